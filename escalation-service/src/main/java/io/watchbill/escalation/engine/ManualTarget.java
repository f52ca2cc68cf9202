package io.watchbill.escalation.engine;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.directory.DirectoryNames;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.kit.text.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to escalate by hand.
 *
 * @param to the target; the next step of the policy if absent
 */
@RegisterForReflection
@Schema(name = "EscalateRequest")
public record ManualTarget(
    @Schema(
            enumeration = {
              "out-of-depth",
              "need-authority",
              "cross-team",
              "business-impact",
              "media"
            },
            examples = "out-of-depth")
        String reason,
    @Line(max = NOTE, severalLines = true, blank = true)
        @Schema(examples = "The database does not come up again; I need somebody who knows it")
        @Nullable String note,
    @Nullable To to) {

  /** The reasons to escalate by hand, with their words. */
  private static final Map<String, String> REASONS =
      Map.of(
          "out-of-depth", "out of depth",
          "need-authority", "needs authority",
          "cross-team", "needs another team",
          "business-impact", "business impact",
          "media", "media attention");

  static final int NOTE = 1_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

  /** Returns the reasons as they are sent. */
  static List<String> reasons() {
    return REASONS.keySet().stream().sorted().toList();
  }

  /** A person, or the people who hold a role now. */
  @RegisterForReflection
  @Schema(name = "EscalateTarget")
  public record To(
      @Schema(examples = "security") @Nullable String rotation,
      @Schema(examples = "lead") @Nullable String role,
      @Schema(examples = "carol") @Nullable String person) {

    /** Returns the role whose holders are meant; empty when it is a person. */
    Optional<Target.RoleOf> roleOf() {
      return rotation != null && role != null && person == null
          ? Optional.of(new Target.RoleOf(rotation, role))
          : Optional.empty();
    }

    private Stream<String> ids() {
      return Stream.of(rotation, role, person).filter(Objects::nonNull);
    }

    private boolean isPerson() {
      return person != null && rotation == null && role == null;
    }
  }

  /** A request for backup, with an optional note. */
  @RegisterForReflection
  @Schema(name = "BackupRequest")
  public record Backup(
      @Line(max = NOTE, severalLines = true, blank = true)
          @Schema(examples = "Three incidents at once")
          @Nullable String note) {}

  /**
   * Refuses a request that is not valid.
   *
   * @throws Problem that says what is allowed
   */
  void check() {
    Violations violations = new Violations();
    violations
        .at("/reason")
        .unless(reason != null && REASONS.containsKey(reason), "The reason is one of " + reasons());
    if (to != null) {
      Place at = violations.at("/to");
      at.unless(
          to.roleOf().isPresent() || to.isPerson(), "Either a rotation and a role, or a person");
      at.unless(to.ids().allMatch(id -> ID.matcher(id).matches()), "Ids match " + ID);
    }
    violations.throwIfAny();
  }

  /** Returns the names that the rotation-service must know. */
  List<Directory.Named> named() {
    if (to == null) {
      return List.of();
    }
    return List.of(
        to.roleOf()
            .map(role -> DirectoryNames.rotation(role.rotation()))
            .orElseGet(() -> DirectoryNames.person(requireNonNull(to.person))));
  }

  /**
   * Refuses targets that do not exist.
   *
   * @throws Problem that points at it
   */
  void refuse(List<Directory.Named> missing) {
    Violations violations = new Violations();
    missing.forEach(
        one ->
            violations
                .at("/to")
                .field(one.field())
                .add("there is no " + one.field() + " '" + one.id() + "'"));
    violations.throwIfAny();
  }

  /** Returns the reason and the note in words. */
  String why() {
    return REASONS.get(reason) + (note == null || note.isBlank() ? "" : ", " + note.strip());
  }
}
