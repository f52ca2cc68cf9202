package io.watchbill.escalation.ladder;

import io.watchbill.kit.page.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The tests of a policy.
 *
 * @param text what was typed, or an example
 * @param complaints the tests that failed, or what is wrong with the text
 * @param passed the names of the tests, if all passed
 */
public record TestsPage(
    String policy,
    String name,
    String text,
    Optional<Refusal> refusal,
    List<Complaint> complaints,
    Optional<List<String>> passed) {}
