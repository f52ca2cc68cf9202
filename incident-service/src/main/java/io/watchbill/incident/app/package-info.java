/**
 * What makes the pages an app on a phone: manifest, service worker, the page without connection.
 */
@NullMarked
package io.watchbill.incident.app;

import org.jspecify.annotations.NullMarked;
