package io.watchbill.rotation.calendar.shift;

import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.Replacement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why these people are on call. */
public sealed interface ShiftReason {

  /** Returns one sentence for people to read. */
  String text();

  /** The layer's order gives them this turn. */
  record Scheduled(String layer, long turn) implements ShiftReason {
    @Override
    public String text() {
      return "turn " + turn + " of " + layer;
    }
  }

  /** They are the only turn of a standing layer. */
  record Standing(String layer) implements ShiftReason {
    @Override
    public String text() {
      return "standing shift of " + layer;
    }
  }

  /** They have the turn that comes {@code offset} turns later in the followed role. */
  record Following(String role, int offset) implements ShiftReason {
    @Override
    public String text() {
      return offset + " turn" + (offset == 1 ? "" : "s") + " after " + role;
    }
  }

  /** They were on call when the definition changed, and finish their turn. */
  record Finishing(int version) implements ShiftReason {
    @Override
    public String text() {
      return "was on call when version " + version + " began";
    }
  }

  /** The people due are on call in the followed role at the same time, so the next people are. */
  record Evading(String role) implements ShiftReason {
    @Override
    public String text() {
      return "next who is not " + role + " at the same time";
    }
  }

  /** Overrides put them on call. */
  record Overridden(List<Replacement> replacements) implements ShiftReason {
    @Override
    public String text() {
      return replacements.stream().map(Overridden::text).collect(Collectors.joining("; "));
    }

    private static String text(Replacement replacement) {
      String relieved = replacement.replaces().map(r -> " for " + r).orElse("");
      return because(replacement.person().orElse("nobody") + relieved, replacement.reason());
    }
  }

  /** An override added them. */
  record Added(Addition addition) implements ShiftReason {
    @Override
    public String text() {
      return because(addition.person() + " beside", addition.reason());
    }
  }

  private static String because(String change, String reason) {
    return Optional.of(reason).filter(r -> !r.isBlank()).map(r -> change + ": " + r).orElse(change);
  }
}
