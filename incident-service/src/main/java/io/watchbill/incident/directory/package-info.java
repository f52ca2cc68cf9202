/** Teams and policies that people name, checked with the services that have them. */
@NullMarked
package io.watchbill.incident.directory;

import org.jspecify.annotations.NullMarked;
