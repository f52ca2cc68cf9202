/** The escalation-service: who is paged, when and how. */
package io.watchbill.escalation;
