/** Escalation policies: how they are written, checked, stored, chosen and rehearsed. */
package io.watchbill.escalation.policy;
