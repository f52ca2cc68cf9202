package io.watchbill.kit.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A slice of the people, rotations or teams, as the rotation-service lists them. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record NamesAnswer(List<Item> items) {

  NamesAnswer {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** One of them; teams have no time zone. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(String id, String name, @Nullable String timeZone) {

    boolean isNamed() {
      return id != null && name != null && !name.isBlank();
    }

    Optional<ZoneId> zone() {
      try {
        return Optional.ofNullable(timeZone).map(ZoneId::of);
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
