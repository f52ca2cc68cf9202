package io.watchbill.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.TableOwners;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A table is read and written in the package that owns it; the exceptions are named here. */
class TablesTest {
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("access.person", "the kit's"),
          Map.entry("acknowledgement", "acknowledgement"),
          Map.entry("past_acknowledgement", "acknowledgement"),
          Map.entry("alarm", "alarm"),
          Map.entry("past_alarm", "alarm"),
          Map.entry("cached_rotation", "oncall"),
          Map.entry("cached_shift", "oncall"),
          Map.entry("cached_team", "oncall"),
          Map.entry("cached_working_time", "oncall"),
          Map.entry("contact_method", "contact"),
          Map.entry("last_resort", "contact"),
          Map.entry("notification_rule", "contact"),
          Map.entry("contact_verification", "verification"),
          Map.entry("delivery", "delivery"),
          Map.entry("delivery_attempt", "delivery"),
          Map.entry("past_delivery", "delivery"),
          Map.entry("past_delivery_attempt", "delivery"),
          Map.entry("escalation", "escalation"),
          Map.entry("past_escalation", "escalation"),
          Map.entry("step_outcome", "escalation"),
          Map.entry("past_step_outcome", "escalation"),
          Map.entry("heartbeat", "heartbeat"),
          Map.entry("incident_snapshot", "snapshot"),
          Map.entry("past_incident_snapshot", "snapshot"),
          Map.entry("notice", "notice"),
          Map.entry("notice_delivery", "notice"),
          Map.entry("page", "page"),
          Map.entry("past_page", "page"),
          Map.entry("periodic_check", "engine"),
          Map.entry("policy", "policy"),
          Map.entry("replica_note", "restore"),
          Map.entry("restore", "restore"),
          Map.entry("policy_snapshot", "policy"),
          Map.entry("policy_team", "policy"),
          Map.entry("policy_version", "policy"),
          Map.entry("webhook", "policy"));

  /** A delivery is claimed, checked and shown with its page, its incident and who acknowledged. */
  private static final Set<String> DELIVERIES =
      Set.of(
          "delivery/BranchRepository acknowledgement",
          "delivery/BranchRepository alarm",
          "delivery/BranchRepository incident_snapshot",
          "delivery/BranchRepository page",
          "delivery/ClaimRepository incident_snapshot",
          "delivery/ClaimRepository page",
          "delivery/DeliveryFinder page",
          "delivery/DeliveryFinder past_page",
          "delivery/DeliveryRepository acknowledgement",
          "delivery/DeliveryRepository incident_snapshot",
          "delivery/DeliveryRepository page",
          "delivery/DropRepository acknowledgement",
          "delivery/DropRepository incident_snapshot",
          "delivery/DeliveryStateRepository acknowledgement",
          "delivery/DeliveryStateRepository incident_snapshot",
          "delivery/DeliveryStateRepository page",
          "delivery/ResendRepository page",
          "delivery/ResendRepository past_page",
          "delivery/UnknownKindRepository page");

  /**
   * The list of escalations says whom each step paged, and how: by one statement for all. A
   * policy's snapshot is kept while an escalation runs by it.
   */
  private static final Set<String> ESCALATIONS =
      Set.of(
          "escalation/EscalationLog delivery",
          "escalation/EscalationLog page",
          "escalation/EscalationLog past_delivery",
          "escalation/EscalationLog past_page",
          "escalation/EscalationRepository incident_snapshot",
          "policy/PolicySnapshots escalation",
          "policy/PolicySnapshots past_escalation",
          "snapshot/SnapshotRepository escalation");

  /** Moves the rows of an incident from all tables and back. */
  private static final Set<String> HISTORY =
      Set.of(
          "history/HistoryRepository acknowledgement",
          "history/HistoryRepository delivery",
          "history/HistoryRepository escalation",
          "history/HistoryRepository incident_snapshot",
          "history/HistoryRepository page",
          "history/HistoryRepository past_incident_snapshot");

  /** What waits for somebody's answer: pages of open incidents that they have not acknowledged. */
  private static final Set<String> PAGES =
      Set.of(
          "paging/OpenPages acknowledgement",
          "paging/OpenPages incident_snapshot",
          "paging/OpenPages page");

  /** The message log shows deliveries with their pages, a contact method the newest of its own. */
  private static final Set<String> MESSAGES =
      Set.of(
          "messages/MessageLog delivery",
          "messages/MessageLog page",
          "messages/MessageLog past_delivery",
          "messages/MessageLog past_page",
          "reach/LastMessages delivery",
          "reach/LastMessages page");

  /** Whether a person was archived and to which team one belongs; the address of a webhook. */
  private static final Set<String> PEOPLE =
      Set.of(
          "contact/ContactBook access.person",
          "contact/ContactBook webhook",
          "contact/ContactMethodRepository access.person",
          "page/PageRepository access.person");

  /** The doctor's look at the mail server asks whether anybody is reached by mail. */
  private static final Set<String> MAIL =
      Set.of("channel/email/MailCheck contact_method", "channel/email/MailCheck last_resort");

  /** Replicas note to which installation they belong, too. */
  private static final Set<String> NOTES = Set.of("installation/OtherInstallations replica_note");

  private static final Path SOURCES = Path.of("src/main/java/io/watchbill/escalation");
  private static final Path MIGRATIONS = Path.of("../migrations/src/main/resources/db/escalation");
  private static final TableOwners TABLES = TableOwners.of(OWNERS);

  @Test
  void aTableIsUsedInItsPackageOnly() {
    Set<String> exceptions = new TreeSet<>(DELIVERIES);
    exceptions.addAll(ESCALATIONS);
    exceptions.addAll(HISTORY);
    exceptions.addAll(PAGES);
    exceptions.addAll(MESSAGES);
    exceptions.addAll(PEOPLE);
    exceptions.addAll(MAIL);
    exceptions.addAll(NOTES);

    assertThat(TABLES.foreignUses(SOURCES)).isEqualTo(exceptions);
  }

  @Test
  void everyTableHasAnOwner() {
    assertThat(TableOwners.created(MIGRATIONS)).isNotEmpty();
    assertThat(TABLES.ownerless(MIGRATIONS)).isEmpty();
  }
}
