package io.watchbill.incident.lifecycle;

/**
 * The state of an incident. Each state is a type that carries what is known only in it and owns the
 * transitions that are legal from it.
 */
public sealed interface State extends Transitions permits Open, Resolved {

  /** Returns its name. */
  StateKind kind();

  /** Returns whether people still work on the incident. */
  default boolean isOpen() {
    return this instanceof Open;
  }
}
