package io.watchbill.escalation.ladder;

import io.watchbill.escalation.policy.Expected;
import io.watchbill.escalation.policy.Policies;
import io.watchbill.escalation.policy.PolicyEntry;
import io.watchbill.escalation.policy.PolicyText;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what the forms of a policy ask for, as the API does it. */
@ApplicationScoped
class PolicyForms {
  private static final MediaType YAML = MediaType.valueOf(PolicyText.YAML);

  private final Policies policies;
  private final PolicyEntry entry;

  PolicyForms(Policies policies, PolicyEntry entry) {
    this.policies = policies;
    this.entry = entry;
  }

  PolicyDocument stored(String id) {
    return new PolicyDocument(EventLoop.await(() -> policies.get(id)));
  }

  /**
   * Returns the form with what is stored.
   *
   * @throws Problem if the caller may not change it
   */
  PolicyForm form(String id, Principal by) {
    PolicyDocument stored = stored(id);
    Caller.demand(by, Rights.MANAGER, stored.owner());
    return new PolicyForm(
        id,
        false,
        stored.text(),
        String.valueOf(stored.version()),
        Optional.empty(),
        List.of(),
        "");
  }

  /** Stores what was typed; returns the form with what is wrong if that was not possible. */
  Optional<PolicyForm> save(String id, boolean fresh, Map<String, String> typed, Principal by) {
    String text = typed.getOrDefault("text", "");
    String version = typed.getOrDefault("version", "");
    List<Complaint> complaints = new ArrayList<>();
    Optional<Refusal> refusal =
        Refusal.of(typed, () -> put(id, text, expected(version), by, complaints));
    boolean changed =
        refusal.filter(one -> one.status() == KitError.PRECONDITION_FAILED.status()).isPresent();
    Optional<PolicyDocument> other = changed ? found(id) : Optional.empty();
    return refusal.map(
        refused ->
            new PolicyForm(
                id,
                fresh,
                text,
                changed ? other.map(now -> String.valueOf(now.version())).orElse("") : version,
                refusal,
                complaints,
                other.map(PolicyDocument::text).orElse("")));
  }

  private void put(
      String id, String text, Expected expected, Principal by, List<Complaint> complaints) {
    try {
      PolicyText parsed = PolicyText.parse(text, YAML);
      EventLoop.await(() -> entry.put(id, parsed, expected, by));
    } catch (Problem e) {
      e.violations().stream()
          .filter(violation -> !violation.pointer().matches("/?id"))
          .map(violation -> Complaint.of(violation, text))
          .forEach(complaints::add);
      throw e;
    }
  }

  /** Without a version there was no policy. */
  private static Expected expected(String version) {
    return new Expected(tag(version), version.isBlank());
  }

  private static @Nullable String tag(String version) {
    return version.isBlank() ? null : RevisionTag.tag(version);
  }

  private Optional<PolicyDocument> found(String id) {
    try {
      return Optional.of(stored(id));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** Archives the version that the caller has seen. */
  void archive(String id, String version, Principal by) {
    EventLoop.await(() -> policies.delete(id, tag(version), by));
  }
}
