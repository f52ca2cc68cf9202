package io.watchbill.rotation;

import io.watchbill.testkit.ServiceTables;
import io.watchbill.testkit.TableOwners;
import java.util.Map;
import java.util.Set;

/** A table is read and written in the package that owns it; the exceptions are named here. */
class TablesTest extends ServiceTables {
  private static final TableOwners OWNERS =
      TableOwners.of(
          Map.ofEntries(
              Map.entry("person", "person"),
              Map.entry("access.person", "person"),
              Map.entry("team", "team"),
              Map.entry("team_member", "team"),
              Map.entry("membership_consent", "team"),
              Map.entry("rotation", "rotation"),
              Map.entry("rotation_version", "rotation"),
              Map.entry("shift_override", "override"),
              Map.entry("absence", "absence"),
              Map.entry("cover_request", "cover"),
              Map.entry("swap", "swap"),
              Map.entry("shift_times", "shiftnotice"),
              Map.entry("working_hours", "hours"),
              Map.entry("holiday_calendar", "holiday"),
              Map.entry("holiday", "holiday"),
              Map.entry("feed", "feed"),
              Map.entry("notified_finding", "coverage"),
              Map.entry("contact_check", "coverage"),
              Map.entry("access.api_key", "key"),
              Map.entry("access.grant_", "grant"),
              Map.entry("access.session", "session"),
              Map.entry("access.sign_in_link", "session"),
              Map.entry("timer", "the kit's"),
              Map.entry("outbox", "the kit's"),
              Map.entry("audit_entry", "the kit's"),
              Map.entry("idempotency_key", "the kit's")));

  /**
   * One statement answers what two packages know together: who may be named by a team, which hours
   * apply to a person, who is the last admin, whose keys end, when a session's key does. A person's
   * team is locked by the Hibernate session that writes the person. Absences are read for checks
   * and overrides for the schedule: their own packages need those.
   */
  private static final Set<String> EXCEPTIONS =
      Set.of(
          "coverage/CoverageRepository absence",
          "hours/HoursRepository person",
          "hours/HoursRepository team",
          "hours/HoursRepository team_member",
          "key/KeyRepository access.grant_",
          "person/Acting team_member",
          "person/AnnouncedOwnerRepository access.api_key",
          "person/PersonRepository team",
          "rotation/RotationRepository shift_override",
          "schedule/OverrideReader shift_override",
          "session/SessionRepository access.api_key");

  @Override
  protected String service() {
    return "rotation";
  }

  @Override
  protected TableOwners owners() {
    return OWNERS;
  }

  @Override
  protected Set<String> exceptions() {
    return EXCEPTIONS;
  }
}
