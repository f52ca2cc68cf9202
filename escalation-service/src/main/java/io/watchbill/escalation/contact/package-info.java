/** Contacts: the contact methods and notification rules of people, and the last resort. */
@NullMarked
package io.watchbill.escalation.contact;

import org.jspecify.annotations.NullMarked;
