package io.watchbill.escalation.plan.wording;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names for texts that people read. What has no known name goes by its id. */
public interface Names {

  /** Everything goes by its id. */
  Names IDS =
      new Names() {
        @Override
        public String person(String id) {
          return id;
        }

        @Override
        public String rotation(String id) {
          return id;
        }

        @Override
        public String team(String id) {
          return id;
        }

        @Override
        public Optional<ZoneId> zone(String rotation) {
          return Optional.empty();
        }
      };

  /** Returns the name of a person. */
  String person(String id);

  /** Returns the name of a rotation. */
  String rotation(String id);

  /** Returns the name of a team. */
  String team(String id);

  /** Returns the time zone of a rotation; empty if not known. */
  Optional<ZoneId> zone(String rotation);

  /** Returns the names of people, in their order, as "Ann, Bob". */
  default String people(Collection<String> ids) {
    return ids.stream().map(this::person).collect(Collectors.joining(", "));
  }

  /** Returns the same for ids that are joined by commas. */
  default String people(String joined) {
    return people(Arrays.asList(joined.split(", ")));
  }
}
