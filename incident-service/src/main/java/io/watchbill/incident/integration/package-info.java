/** Integrations: the senders of alerts, their settings and their keys. */
package io.watchbill.incident.integration;
