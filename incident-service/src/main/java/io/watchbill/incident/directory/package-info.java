/** Teams and policies that people name, asked of the services that have them. */
package io.watchbill.incident.directory;
