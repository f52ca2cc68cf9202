package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.oncall.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The targets of a step that were not paged, and what the step waits for because of them. */
final class Unreached {
  private final List<String> unknown = new ArrayList<>();
  private final List<Found.Later> later = new ArrayList<>();
  private final List<Found.Nobody> nobody = new ArrayList<>();

  void add(Found.Unknown one) {
    unknown.add(one.reason());
  }

  void add(Found.Later one) {
    later.add(one);
  }

  void add(Found.Nobody one) {
    nobody.add(one);
  }

  /** Waits until somebody may come on call. */
  void hold(String reason) {
    later.add(new Found.Later(reason, first(arrivals()).orElse(null)));
  }

  boolean waits() {
    return isUnknown() || isHeld();
  }

  /** Returns whether it is not known who is on call. */
  boolean isUnknown() {
    return !unknown.isEmpty();
  }

  /** Returns whether somebody must not be paged yet, or has to come on call first. */
  boolean isHeld() {
    return !later.isEmpty();
  }

  String whyUnknown() {
    return String.join("; ", unknown);
  }

  String whyHeld() {
    return String.join("; ", later.stream().map(Found.Later::reason).toList());
  }

  /** Returns when the hold may end; empty if that is not known. */
  Optional<Instant> heldUntil() {
    return first(later.stream().map(Found.Later::until));
  }

  /** Returns when somebody may come on call where nobody is. */
  Stream<Instant> arrivals() {
    return nobody.stream().map(Found.Nobody::until).filter(Objects::nonNull);
  }

  private static Optional<Instant> first(Stream<Instant> instants) {
    return instants.filter(Objects::nonNull).min(Instant::compareTo);
  }
}
