/** The states of an incident, their transitions, rounds and clocks; pure, imports only the JDK. */
package io.watchbill.incident.lifecycle;
