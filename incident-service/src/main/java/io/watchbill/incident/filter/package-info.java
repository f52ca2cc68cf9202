/** Conditions that the filters of several lists share. */
package io.watchbill.incident.filter;
