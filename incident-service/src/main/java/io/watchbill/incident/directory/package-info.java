/** Teams and policies that people name, checked with the services that have them. */
package io.watchbill.incident.directory;
