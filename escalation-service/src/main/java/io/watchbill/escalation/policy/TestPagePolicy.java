package io.watchbill.escalation.policy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a test page, built in: pages one person by their own rules, and nobody else
 * whatever comes of it. An incident names it {@code test-page:<person>}, which no stored policy can
 * be called.
 */
public final class TestPagePolicy {
  private static final String PREFIX = "test-page:";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(" + PolicyReader.ID + ")");

  private TestPagePolicy() {}

  /** Returns whether a policy is that of a test page. */
  public static boolean is(String policy) {
    return policy.startsWith(PREFIX);
  }

  /** Returns whom the test page of that name pages; empty for every other policy. */
  static Optional<String> person(@Nullable String policy) {
    return Optional.ofNullable(policy)
        .map(NAME::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1));
  }

  /**
   * Returns its steps. The incident-service ends a test after minutes; the second step only keeps
   * the policy from ending before that, which would be an alarm.
   */
  static String definition(String person) {
    return """
        {"steps": [
          {"name": "test page", "notify": [{"person": "%1$s"}]},
          {"name": "reminder", "after": "PT24H", "notify": [{"person": "%1$s"}]}]}
        """
        .formatted(person);
  }
}
