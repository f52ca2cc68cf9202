/** The names that the rotation-service is asked for. */
package io.watchbill.escalation.directory;
