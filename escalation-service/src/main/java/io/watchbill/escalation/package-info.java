/** Who must be told, when and how. */
package io.watchbill.escalation;
