package io.watchbill.escalation.oncall;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice of the rotations, as the rotation-service lists them. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record RotationsAnswer(List<Item> items) {

  RotationsAnswer {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** A rotation and its team. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(String id, @Nullable String team) {}
}
