/** Contacts: the contact methods and notification rules of people, and the last resort. */
package io.watchbill.escalation.contact;
