/** The status page, which shows without a key whether the service works. */
package io.watchbill.incident.status;
