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

/**
 * A file of policy tests.
 *
 * @param policy tested in place of the stored one, so that a change can be tested before it is put
 * @param onCall who is on call at all times, by rotation and role; as kept if left out
 * @param teams the rotations of teams, with {@code onCall}
 */
@RegisterForReflection
@Schema(name = "PolicyTests")
public record PolicyTests(
    @Schema(type = SchemaType.OBJECT) JsonNode policy,
    Map<String, Map<String, List<String>>> onCall,
    Map<String, List<String>> teams,
    List<Case> tests) {

  private static final int MOST_ROLES = 200;
  private static final int MOST_PEOPLE = 20;

  /** Without a list there are none. */
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
   * At this instant, with these facts, these people, for these reasons.
   *
   * @param outside rotations that keep hours and people, for whom all the time of this test is
   *     outside of them; all others always work. Only with {@code onCall}
   * @param within how much time is looked at, from the trigger on; an hour if left out
   * @param expect all who are told in that time, in their order
   */
  @RegisterForReflection
  @Schema(name = "PolicyTest")
  public record Case(
      @Schema(examples = "ransomware at night") String name,
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
   * Somebody who is told.
   *
   * @param after counted from the trigger; any time if left out
   * @param step the name of the step; any if left out
   * @param because a part of the reason; any reason if left out
   */
  @RegisterForReflection
  @Schema(name = "PolicyTestPage")
  public record Expected(
      @Schema(examples = "alice") String told,
      @Schema(type = SchemaType.STRING, examples = "PT15M") Duration after,
      @Schema(examples = "secondary") String step,
      @Schema(examples = "on call as secondary of security") String because) {

    /** Checks the values. */
    public Expected {
      if (told == null) {
        throw new IllegalArgumentException("what is expected says who is 'told'");
      }
    }
  }
}
