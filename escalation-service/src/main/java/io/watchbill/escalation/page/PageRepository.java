package io.watchbill.escalation.page;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.recipient.TargetKind;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads and writes pages. */
@ApplicationScoped
public class PageRepository {
  private static final String INSERT =
      """
      INSERT INTO page (id, incident, round, purpose, run, step, repetition, target_kind, target,
                        step_name, branch, during, acknowledgements, rotation, role, reason, due_at,
                        handover, created_at)
      SELECT id, incident, round, purpose, run, step, repetition, target_kind, target, step_name,
             branch, during, acknowledgements, rotation, role, reason, due_at, handover, $19
        FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::int[], $6::int[], $7::int[],
                    $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int[],
                    $14::text[], $15::text[], $16::text[], $17::timestamptz[], $18::int[])
             AS p (id, incident, round, purpose, run, step, repetition, target_kind, target,
                   step_name, branch, during, acknowledgements, rotation, role, reason, due_at, handover)
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  /** Pages of open work and of history. */
  static final String ALL = "(SELECT * FROM page UNION ALL SELECT * FROM past_page) AS page";

  /** Stores pages that do not exist yet; returns them. */
  List<Page> insert(Tx tx, List<Page> pages) {
    Set<UUID> stored = new HashSet<>();
    tx.query(
            INSERT,
            pages.stream().map(Page::id).toArray(UUID[]::new),
            pages.stream().map(page -> page.round().incident()).toArray(UUID[]::new),
            pages.stream().map(page -> page.round().round()).toArray(Integer[]::new),
            pages.stream().map(page -> page.round().purpose().text()).toArray(String[]::new),
            pages.stream().map(page -> page.repetition().key().run()).toArray(Integer[]::new),
            pages.stream().map(page -> page.repetition().key().step()).toArray(Integer[]::new),
            pages.stream()
                .map(page -> page.repetition().key().repetition())
                .toArray(Integer[]::new),
            pages.stream().map(page -> page.target().kind().wire()).toArray(String[]::new),
            pages.stream().map(page -> page.target().id()).toArray(String[]::new),
            pages.stream().map(page -> page.repetition().step().name()).toArray(String[]::new),
            pages.stream()
                .map(page -> page.repetition().step().branch().name())
                .toArray(String[]::new),
            pages.stream()
                .map(page -> page.repetition().step().during().text())
                .toArray(String[]::new),
            pages.stream()
                .map(page -> page.repetition().step().acknowledgements())
                .toArray(Integer[]::new),
            pages.stream()
                .map(page -> page.role() == null ? null : page.role().rotation())
                .toArray(String[]::new),
            pages.stream()
                .map(page -> page.role() == null ? null : page.role().role())
                .toArray(String[]::new),
            pages.stream().map(Page::reason).toArray(String[]::new),
            pages.stream().map(Page::due).toArray(Instant[]::new),
            pages.stream().map(page -> page.repetition().handover()).toArray(Integer[]::new),
            tx.now())
        .forEach(row -> stored.add(row.getUUID("id")));
    return pages.stream().filter(page -> stored.contains(page.id())).toList();
  }

  /** Returns how many people must acknowledge a round's branch to stop all of its pages. */
  public int acknowledgementsNeeded(Tx tx, UUID incident, int round, Branch branch) {
    return tx.one(
            "SELECT coalesce(max(acknowledgements), 1) AS needed FROM page WHERE incident = $1 AND"
                + " round = $2 AND branch = $3",
            incident,
            round,
            branch.name())
        .orElseThrow()
        .getInteger("needed");
  }

  /** Returns a page. */
  public Optional<PageRef> find(Tx tx, UUID id) {
    return tx.one("SELECT * FROM " + ALL + " WHERE id = $1", id).map(PageRepository::ref);
  }

  /** Returns a page of an incident: looks into no other partition of history. */
  public Optional<PageRef> find(Tx tx, UUID incident, UUID id) {
    return tx.one("SELECT * FROM " + ALL + " WHERE incident = $1 AND id = $2", incident, id)
        .map(PageRepository::ref);
  }

  private static PageRef ref(Row row) {
    return new PageRef(
        row.getUUID("id"),
        row.getUUID("incident"),
        row.getInteger("round"),
        new Branch(row.getString("branch")),
        PageTarget.of(row),
        Rows.instant(row, "created_at"));
  }

  /** Returns whether the page's person was archived since: then its link is void. */
  public boolean isOfArchived(Tx tx, PageRef page) {
    return page.target().kind() == TargetKind.PERSON
        && tx.one(
                "SELECT 1 FROM access.person WHERE id = $1 AND ended_at >= $2",
                page.target().id(),
                page.createdAt())
            .isPresent();
  }

  /** Returns whether a person was paged for an incident. */
  public boolean wasPaged(Tx tx, UUID incident, String person) {
    return tx.one(
            "SELECT 1 FROM page WHERE incident = $1 AND target_kind = 'person' AND target = $2 LIMIT 1",
            incident,
            person)
        .isPresent();
  }

  /**
   * Returns the number of the next page of a purpose in a round; the caller holds the round's lock.
   */
  public int nextNumber(Tx tx, UUID incident, int round, Purpose purpose) {
    return tx.one(
            "SELECT coalesce(max(repetition) + 1, 0) AS next FROM page WHERE incident = $1 AND"
                + " round = $2 AND purpose = $3",
            incident,
            round,
            purpose.text())
        .orElseThrow()
        .getInteger("next");
  }

  /**
   * Returns the number of the last shift change by which each person was paged for a step's
   * repetition.
   */
  public Map<String, Integer> handovers(
      Tx tx, UUID incident, int round, Purpose purpose, StepKey key) {
    Map<String, Integer> last = new HashMap<>();
    tx.query(
            "SELECT target, max(handover) AS handover FROM page WHERE incident = $1 AND round = $2"
                + " AND purpose = $3 AND run = $4 AND step = $5 AND repetition = $6"
                + " AND target_kind = 'person' GROUP BY target",
            incident,
            round,
            purpose.text(),
            key.run(),
            key.step(),
            key.repetition())
        .forEach(row -> last.put(row.getString("target"), row.getInteger("handover")));
    return last;
  }
}
