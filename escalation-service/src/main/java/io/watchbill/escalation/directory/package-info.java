/** Names to look up in the rotation-service's directory. */
package io.watchbill.escalation.directory;
