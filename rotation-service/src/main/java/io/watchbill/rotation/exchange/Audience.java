package io.watchbill.rotation.exchange;

import java.util.Set;

/** Who is asked to cover. */
public sealed interface Audience {

  /** Whether this person is asked. */
  boolean asks(String person, Set<String> team);

  /** One person. */
  record OnePerson(String person) implements Audience {
    @Override
    public boolean asks(String candidate, Set<String> team) {
      return person.equals(candidate);
    }
  }

  /** The members of the team that answers for the rotation. */
  record Team() implements Audience {
    @Override
    public boolean asks(String candidate, Set<String> team) {
      return team.contains(candidate);
    }
  }

  /** Whoever may. */
  record Anyone() implements Audience {
    @Override
    public boolean asks(String candidate, Set<String> team) {
      return true;
    }
  }
}
