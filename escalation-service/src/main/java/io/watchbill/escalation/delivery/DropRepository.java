package io.watchbill.escalation.delivery;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Drops deliveries that are no longer needed. */
@ApplicationScoped
class DropRepository {
  static final String DROP =
      """
      UPDATE delivery d SET state = 'dropped', reason = n.reason
        FROM unnest($1::uuid[], $2::int[], $3::text[]) AS n (incident, round, reason), page p
       WHERE d.incident = n.incident AND d.state IN ('queued', 'held') AND p.id = d.page
         AND p.incident = n.incident""";

  /**
   * Drops pages of a branch that enough people have acknowledged, and pages to those people; of
   * steps that go on until the incident is resolved only the pages from before.
   */
  private static final String DROP_OF_BRANCH =
      DROP
          + """

         AND p.round = n.round AND p.branch = $4
         AND (p.during <> 'open' AND p.acknowledgements <=
                greatest(1, (SELECT count(*) FROM acknowledgement a
                              WHERE a.incident = n.incident AND a.round = n.round
                                AND a.branch = $4 AND a.state = 'confirmed'))
              OR EXISTS (SELECT FROM acknowledgement a
                          WHERE a.incident = n.incident AND a.round = n.round AND a.branch = $4
                            AND a.person = target_text(p.target_kind, p.target)
                            AND a.state = 'confirmed'
                            AND (p.during <> 'open' OR p.created_at <= a.acknowledged_at))
              OR $4 = 'main' AND EXISTS (
                   SELECT FROM incident_snapshot i
                    WHERE i.incident = n.incident AND i.round = n.round
                      AND i.state = 'acknowledged'
                      AND i.snapshot ->> 'acknowledgedBy' = target_text(p.target_kind, p.target)
                      AND (p.during <> 'open'
                           OR p.created_at <=
                              (i.snapshot #>> '{anchors,acknowledged}')::timestamptz)))
      """;

  private static final String DROP_OF_SHIFT =
      """
      UPDATE delivery d SET state = 'dropped', reason = n.reason
        FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[])
             AS n (incident, round, reason, purpose, branch, rotation, role, target), page p
       WHERE d.incident = n.incident AND d.state IN ('queued', 'held') AND p.id = d.page
         AND p.incident = n.incident AND p.round = n.round AND p.purpose = n.purpose
         AND p.branch = n.branch AND p.rotation = n.rotation AND p.role = n.role
         AND p.target_kind = 'person' AND p.target = n.target
      """;

  /**
   * Drops queued deliveries of incidents; a delivery that is being sent is dropped by its sender.
   */
  List<Dropped> drop(Tx tx, List<DropReason> needless) {
    return drop(tx, needless, "");
  }

  /** Drops queued deliveries of rounds that are over. */
  List<Dropped> dropRoundsBefore(Tx tx, List<DropReason> needless) {
    return drop(tx, needless, " AND p.round < n.round");
  }

  /**
   * Drops held and queued deliveries of an acknowledged branch, and to the people who acknowledged
   * it.
   */
  List<Dropped> dropBranch(Tx tx, List<DropReason> needless, Branch branch) {
    return run(tx, needless, DROP_OF_BRANCH, branch.name());
  }

  /**
   * Drops queued deliveries to people who were paged through a role and no longer have its shift,
   * for all incidents in one statement.
   */
  List<Dropped> dropShifts(Tx tx, List<ShiftLost> lost) {
    List<Former> former = lost.stream().flatMap(Former::of).toList();
    return run(
        tx,
        former.stream().map(one -> one.lost().needless()).toList(),
        DROP_OF_SHIFT,
        former.stream().map(one -> one.lost().purpose().text()).toArray(String[]::new),
        former.stream().map(one -> one.lost().takeover().branch().name()).toArray(String[]::new),
        former.stream().map(one -> one.lost().takeover().rotation()).toArray(String[]::new),
        former.stream().map(one -> one.lost().takeover().role()).toArray(String[]::new),
        former.stream().map(Former::person).toArray(String[]::new));
  }

  /** A person who had the shift. */
  private record Former(ShiftLost lost, String person) {
    static Stream<Former> of(ShiftLost lost) {
      return lost.takeover().from().stream().map(person -> new Former(lost, person));
    }
  }

  private static List<Dropped> drop(
      Tx tx, List<DropReason> needless, String which, Object... more) {
    return run(tx, needless, DROP + which, more);
  }

  private static List<Dropped> run(Tx tx, List<DropReason> needless, String drop, Object... more) {
    if (needless.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    values.add(needless.stream().map(DropReason::incident).toArray(UUID[]::new));
    values.add(needless.stream().map(DropReason::round).toArray(Integer[]::new));
    values.add(needless.stream().map(DropReason::reason).toArray(String[]::new));
    values.addAll(Arrays.asList(more));
    return tx
        .query(
            drop + " RETURNING d.incident, p.target_kind, p.target, d.kind, d.reason",
            values.toArray())
        .stream()
        .map(
            row ->
                new Dropped(
                    row.getUUID("incident"),
                    PageTarget.of(row),
                    row.getString("kind"),
                    row.getString("reason")))
        .toList();
  }
}
