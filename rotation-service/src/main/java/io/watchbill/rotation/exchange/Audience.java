package io.watchbill.rotation.exchange;

import java.util.Set;

/** Who is asked for cover. */
public sealed interface Audience {

  /** Returns whether this person is asked. */
  boolean asks(String person, Set<String> team);

  /** One person. */
  record OnePerson(String person) implements Audience {
    @Override
    public boolean asks(String candidate, Set<String> team) {
      return person.equals(candidate);
    }
  }

  /** The members of the team that the rotation belongs to. */
  record Team() implements Audience {
    @Override
    public boolean asks(String candidate, Set<String> team) {
      return team.contains(candidate);
    }
  }

  /** Everybody who may take it. */
  record Anyone() implements Audience {
    @Override
    public boolean asks(String candidate, Set<String> team) {
      return true;
    }
  }
}
