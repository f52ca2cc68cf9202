package io.watchbill.rotation.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A definition of a rotation that holds from an instant until the next one does.
 *
 * @param number counts the versions of a rotation from 1
 * @param effectiveFrom when it begins to hold; {@link Instant#MIN} for the first
 */
public record Version(int number, Instant effectiveFrom, List<Role> roles) {

  public Version {
    roles = List.copyOf(roles);
  }

  /** The roles from which a role must differ, the followed one first. */
  List<String> above(String name) {
    List<String> above = new ArrayList<>();
    Optional<Role> role = role(name);
    while (role.isPresent() && role.get() instanceof Role.Following following) {
      above.add(following.role());
      role = role(following.role());
    }
    return above;
  }

  Optional<Role> role(String name) {
    return roles.stream().filter(role -> role.name().equals(name)).findFirst();
  }
}
