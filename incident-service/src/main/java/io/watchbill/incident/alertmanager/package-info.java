/** The dialect of Prometheus Alertmanager: its webhook message, version 4. */
package io.watchbill.incident.alertmanager;
