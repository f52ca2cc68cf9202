/** The dialect of Prometheus Alertmanager: its webhook message, version 4. */
@NullMarked
package io.watchbill.incident.alertmanager;

import org.jspecify.annotations.NullMarked;
