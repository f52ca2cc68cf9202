package io.watchbill.escalation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of policy tests.
 *
 * @param policy tested in place of the stored one, so that a change can be tested before it is
 *     stored
 * @param onCall who is on call at all times, by rotation and role; the cached shifts if absent
 * @param teams the rotations of teams, with {@code onCall}
 */
@RegisterForReflection
@Schema(name = "PolicyTests")
public record PolicyTests(
    @Schema(type = SchemaType.OBJECT) @Nullable JsonNode policy,
    @Nullable Map<String, Map<String, List<String>>> onCall,
    Map<String, List<String>> teams,
    List<Case> tests) {

  private static final int MOST_ROLES = 200;
  private static final int MOST_PEOPLE = 20;

  /** Replaces an absent list by an empty one. */
  public PolicyTests {
    if (onCall != null && !isSmall(onCall)) {
      throw new IllegalArgumentException(
          "onCall has at most %d roles of at most %d people".formatted(MOST_ROLES, MOST_PEOPLE));
    }
    teams = teams == null ? Map.of() : Map.copyOf(teams);
    tests = tests == null ? List.of() : List.copyOf(tests);
  }

  private static boolean isSmall(Map<String, Map<String, List<String>>> onCall) {
    return onCall.values().stream().allMatch(Objects::nonNull)
        && onCall.values().stream().mapToInt(Map::size).sum() <= MOST_ROLES
        && onCall.values().stream()
            .flatMap(roles -> roles.values().stream())
            .allMatch(people -> people != null && people.size() <= MOST_PEOPLE);
  }

  /**
   * A test: who is paged at an instant with some facts, and why.
   *
   * @param outside rotations that keep hours and people, for whom all the time of this test is
   *     outside of them; all others always work. Only with {@code onCall}
   * @param within the time to check, from the trigger on; an hour if absent
   * @param expect everybody who is paged in that time, in order
   */
  @RegisterForReflection
  @Schema(name = "PolicyTest")
  public record Case(
      @Schema(examples = "ransomware at night") @Nullable String name,
      @Schema(examples = "2026-12-24T02:00:00Z") Instant at,
      IncidentFacts facts,
      List<IncidentFacts.Acknowledgement> acknowledged,
      List<String> outside,
      @Schema(type = SchemaType.STRING, examples = "PT1H") Duration within,
      List<Expected> expect) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST = 1_000;

    /** Checks the values. */
    public Case {
      if (at == null || facts == null || facts.severity() == null) {
        throw new IllegalArgumentException("a test has 'at' and 'facts' with a 'severity'");
      }
      within = within == null ? HOUR : within;
      if (within.isNegative() || within.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("within is from PT0S to P400D");
      }
      acknowledged = acknowledged == null ? List.of() : List.copyOf(acknowledged);
      outside = outside == null ? List.of() : List.copyOf(outside);
      expect = expect == null ? List.of() : List.copyOf(expect);
      if (acknowledged.size() > MOST || outside.size() > MOST || expect.size() > MOST) {
        throw new IllegalArgumentException("the lists of a test have at most " + MOST + " places");
      }
    }
  }

  /**
   * An expected page.
   *
   * @param after counted from the trigger; any time if absent
   * @param step the name of the step; any if absent
   * @param because a part of the reason; any reason if absent
   */
  @RegisterForReflection
  @Schema(name = "PolicyTestPage")
  public record Expected(
      @Schema(examples = "alice") String paged,
      @Schema(type = SchemaType.STRING, examples = "PT15M") @Nullable Duration after,
      @Schema(examples = "secondary") @Nullable String step,
      @Schema(examples = "on call as secondary of security") @Nullable String because) {

    /** Checks the values. */
    public Expected {
      if (paged == null) {
        throw new IllegalArgumentException("what is expected says who is 'paged'");
      }
    }
  }
}
