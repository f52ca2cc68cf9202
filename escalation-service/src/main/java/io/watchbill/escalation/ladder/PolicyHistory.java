package io.watchbill.escalation.ladder;

import io.watchbill.escalation.ladder.PolicyHistoryPage.Change;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.policy.Policies;
import io.watchbill.escalation.policy.PolicyVersionView;
import io.watchbill.escalation.policy.PolicyVersions;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.text.TextDiff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what the page of a policy's versions shows. */
@ApplicationScoped
class PolicyHistory {
  private static final int SHOWN = 10;
  private static final String PERSON = "person:";

  private final Policies policies;
  private final PolicyVersions versions;
  private final Names names;

  PolicyHistory(Policies policies, PolicyVersions versions, Names names) {
    this.policies = policies;
    this.versions = versions;
    this.names = names;
  }

  /** Reads the versions before a number, and one more, from which the last one differs. */
  PolicyHistoryPage read(String id, long before) {
    PolicyDocument policy = new PolicyDocument(EventLoop.await(() -> policies.get(id)));
    List<PolicyVersionView> found = EventLoop.await(() -> versions.before(id, before, SHOWN + 1));
    int shown = Math.min(SHOWN, found.size());
    return new PolicyHistoryPage(
        policy,
        IntStream.range(0, shown).mapToObj(index -> change(policy, found, index)).toList(),
        found.size() > SHOWN ? Optional.of(found.get(SHOWN - 1).version()) : Optional.empty());
  }

  private Change change(PolicyDocument policy, List<PolicyVersionView> found, int index) {
    PolicyVersionView version = found.get(index);
    boolean first = index + 1 == found.size();
    return new Change(
        version.version(),
        author(version),
        Optional.ofNullable(version.madeAt()),
        version.version() == policy.version(),
        version.archived(),
        first,
        first ? List.of() : TextDiff.of(found.get(index + 1).text(), version.text()));
  }

  private String author(PolicyVersionView version) {
    String author = version.author() == null ? "" : version.author();
    return author.startsWith(PERSON) ? names.person(author.substring(PERSON.length())) : author;
  }
}
