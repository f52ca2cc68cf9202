/** Integrations: the senders of alerts, their settings and their keys. */
@NullMarked
package io.watchbill.incident.integration;

import org.jspecify.annotations.NullMarked;
