/** How each person can be reached, in which order, and whom to reach when nobody was. */
package io.watchbill.escalation.contact;
