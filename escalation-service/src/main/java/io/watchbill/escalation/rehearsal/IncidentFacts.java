package io.watchbill.escalation.rehearsal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The assumed facts of an incident.
 *
 * @param acknowledgeSla the SLA of its severity; an hour if absent
 */
@RegisterForReflection
@Schema(name = "DryRunFacts")
public record IncidentFacts(
    @Schema(examples = "P1") String severity,
    @Schema(examples = "[\"ransomware\"]") List<String> tags,
    @Schema(examples = "phishing") @Nullable String type,
    boolean restricted,
    @Schema(examples = "alice") @Nullable String commander,
    @Schema(type = SchemaType.STRING, examples = "PT15M") @Nullable Duration acknowledgeSla) {
  private static final Duration LONGEST = Duration.ofDays(366);

  /** Checks the values. */
  public IncidentFacts {
    tags = tags == null ? List.of() : List.copyOf(tags);
    if (acknowledgeSla != null
        && (!acknowledgeSla.isPositive() || acknowledgeSla.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("acknowledgeSla is longer than PT0S, at most P366D");
    }
  }

  /**
   * An assumed acknowledgement.
   *
   * @param branch {@code main} if absent
   * @param after counted from the trigger
   */
  @RegisterForReflection
  @Schema(name = "DryRunAcknowledgement")
  public record Acknowledgement(
      @Schema(examples = "alice") String by,
      @Schema(type = SchemaType.STRING, examples = "PT20M") Duration after,
      @Schema(examples = "main") String branch) {

    /** Checks the values. */
    public Acknowledgement {
      if (by == null || after == null || after.isNegative() || after.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "an acknowledgement has 'by', and 'after' from PT0S to P366D");
      }
      branch = branch == null ? Branch.MAIN.name() : branch;
    }
  }

  /** Returns the facts from the trigger on; they change with each acknowledgement. */
  List<Rehearsal.Change> from(Instant triggered, List<Acknowledgement> acknowledgements) {
    List<Rehearsal.Change> changes = new ArrayList<>();
    Map<Branch, List<BranchAcknowledgement>> byBranch = new HashMap<>();
    changes.add(new Rehearsal.Change(triggered, facts(triggered, byBranch)));
    acknowledgements.stream()
        .sorted(Comparator.comparing(Acknowledgement::after))
        .forEach(
            one -> {
              Instant at = triggered.plus(one.after());
              List<BranchAcknowledgement> branch =
                  byBranch.computeIfAbsent(new Branch(one.branch()), name -> new ArrayList<>());
              if (branch.stream().noneMatch(before -> before.by().equals(one.by()))) {
                branch.add(new BranchAcknowledgement(one.by(), at, true));
              }
              changes.add(new Rehearsal.Change(at, facts(triggered, byBranch)));
            });
    return changes;
  }

  private Facts facts(Instant triggered, Map<Branch, List<BranchAcknowledgement>> acknowledged) {
    Map<Branch, List<BranchAcknowledgement>> copy = new HashMap<>();
    acknowledged.forEach((branch, all) -> copy.put(branch, List.copyOf(all)));
    return new Facts(
        false,
        new Traits(
            severity,
            new TreeSet<>(tags),
            Optional.ofNullable(type),
            restricted,
            Optional.ofNullable(commander)),
        new Anchors(triggered, triggered, triggered),
        copy,
        Optional.ofNullable(acknowledgeSla),
        Optional.empty(),
        Optional.empty());
  }
}
