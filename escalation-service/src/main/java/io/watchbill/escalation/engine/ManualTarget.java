package io.watchbill.escalation.engine;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.directory.Names;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.TextRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
    @Schema(examples = "The database does not come up again; I need somebody who knows it")
        String note,
    To to) {

  /** The reasons to escalate by hand, with their words. */
  private static final Map<String, String> REASONS =
      Map.of(
          "out-of-depth", "out of depth",
          "need-authority", "needs authority",
          "cross-team", "needs another team",
          "business-impact", "business impact",
          "media", "media attention");

  private static final int LONGEST = 1_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

  /** Returns the reasons as they are sent. */
  static List<String> reasons() {
    return REASONS.keySet().stream().sorted().toList();
  }

  /** A person, or the people who hold a role now. */
  @RegisterForReflection
  @Schema(name = "EscalateTarget")
  public record To(
      @Schema(examples = "security") String rotation,
      @Schema(examples = "lead") String role,
      @Schema(examples = "carol") String person) {

    boolean isRole() {
      return rotation != null && role != null && person == null;
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
  public record Backup(@Schema(examples = "Three incidents at once") String note) {}

  /**
   * Returns the same if it is valid.
   *
   * @throws Problem that says what is allowed
   */
  static ManualTarget checked(ManualTarget asked) {
    if (asked == null || asked.reason == null || !REASONS.containsKey(asked.reason)) {
      throw Problem.invalid(
          "/reason", "The reason is one of " + REASONS.keySet().stream().sorted().toList() + ".");
    }
    if (asked.to != null && !asked.to.isRole() && !asked.to.isPerson()) {
      throw Problem.invalid("/to", "Either a rotation and a role, or a person.");
    }
    if (asked.to != null && !asked.to.ids().allMatch(id -> ID.matcher(id).matches())) {
      throw Problem.invalid("/to", "Ids match " + ID + ".");
    }
    checkNote(asked.note);
    return asked;
  }

  /** Returns the names that the rotation-service must know. */
  List<Directory.Named> named() {
    if (to == null) {
      return List.of();
    }
    return List.of(to.isRole() ? Names.rotation(to.rotation) : Names.person(to.person));
  }

  /**
   * Refuses targets that do not exist.
   *
   * @throws Problem that points at it
   */
  void refuse(List<Directory.Named> missing) {
    for (Directory.Named one : missing) {
      throw Problem.invalid(
          "/to/" + one.field(), "There is no " + one.field() + " '" + one.id() + "'.");
    }
  }

  static String checkNote(String note) {
    TextRules.checkText("/note", note, LONGEST);
    return note;
  }

  /** Returns the reason and the note in words. */
  String why() {
    return REASONS.get(reason) + (note == null || note.isBlank() ? "" : ", " + note.strip());
  }
}
