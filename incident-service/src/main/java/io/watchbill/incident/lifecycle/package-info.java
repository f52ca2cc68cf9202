/** The states of an incident, their transitions, rounds and clocks; pure, imports only the JDK. */
@NullMarked
package io.watchbill.incident.lifecycle;

import org.jspecify.annotations.NullMarked;
