package io.watchbill.escalation.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyReader;
import io.watchbill.escalation.policy.PolicyText;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.json.Misfit;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs policy tests, for endpoints that take turns. */
@ApplicationScoped
public class PolicyTester {
  private static final int MOST_TESTS = 200;

  private final Database database;
  private final PolicyBook policies;
  private final OnCallCache kept;
  private final Json json;
  private final Rehearsals rehearsals;

  PolicyTester(
      Database database, PolicyBook policies, OnCallCache kept, Json json, Rehearsals rehearsals) {
    this.database = database;
    this.policies = policies;
    this.kept = kept;
    this.json = json;
    this.rehearsals = rehearsals;
  }

  /**
   * Runs the tests of a text.
   *
   * @throws Problem that says what failed, with the lines of the text
   */
  public PolicyTestsView run(String id, PolicyText text) {
    PolicyTests tests = text.read(this::tests);
    List<Violation> failures = rehearsals.compute(() -> failures(id, tests));
    if (!failures.isEmpty()) {
      throw text.withLines(
          new Problem(
              EscalationError.POLICY_TESTS_FAILED,
              "%d of %d tests failed.".formatted(failures.size(), tests.tests().size()),
              failures));
    }
    return new PolicyTestsView(
        tests.tests().size(), tests.tests().stream().map(PolicyTests.Case::name).toList());
  }

  private PolicyTests tests(JsonNode tree) {
    try {
      PolicyTests tests = json.convert(tree, PolicyTests.class);
      if (tests == null || tests.tests().isEmpty() || tests.tests().size() > MOST_TESTS) {
        throw Problem.invalid("/tests", "The file must contain 1 to " + MOST_TESTS + " tests.");
      }
      return tests;
    } catch (JsonMappingException e) {
      throw Problem.invalid(Misfit.pointer(e), Misfit.detail(e));
    } catch (JsonProcessingException e) {
      throw Problem.invalid("", e.getOriginalMessage());
    }
  }

  private List<Violation> failures(String id, PolicyTests tests) {
    Policy policy = database.read(tx -> policy(tx, id, tests));
    List<Violation> failures = new ArrayList<>();
    for (int i = 0; i < tests.tests().size(); i++) {
      PolicyTests.Case test = tests.tests().get(i);
      List<String> differences =
          Verdict.differences(
              test,
              Rehearsal.walk(
                  policy,
                  test.facts().from(test.at(), test.acknowledged()),
                  shifts(policy, tests, test),
                  test.at(),
                  test.within()));
      if (!differences.isEmpty()) {
        String name = test.name() == null ? "" : test.name() + ": ";
        failures.add(new Violation("/tests/" + i, name + String.join("; ", differences)));
      }
    }
    return failures;
  }

  private Policy policy(Tx tx, String id, PolicyTests tests) {
    return tests.policy() == null || tests.policy().isNull()
        ? policies.current(tx, id).orElseThrow(() -> Problem.notFound("policy", id)).policy()
        : PolicyReader.read(id, tests.policy(), "/policy").policy();
  }

  private CachedShifts shifts(Policy policy, PolicyTests tests, PolicyTests.Case test) {
    Instant until = test.at().plus(test.within());
    return tests.onCall() == null
        ? database.read(tx -> kept.by(tx, List.of(policy), test.at(), until))
        : TestShifts.of(tests.onCall(), tests.teams(), test);
  }
}
