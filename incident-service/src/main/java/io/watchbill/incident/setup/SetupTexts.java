package io.watchbill.incident.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of these pages. */
@MessageBundle("setup")
public interface SetupTexts {
  @Message("New integration")
  String newIntegration();

  @Message("Incoming log")
  String incoming();

  @Message("Those in use")
  String notArchived();

  @Message("Archived ones")
  String archivedOnes();

  @Message("Name")
  String name();

  @Message("Kind")
  String kind();

  @Message("the team's")
  String ofTheTeam();

  @Message("Show: incoming log of {name}")
  String incomingOf(String name);

  @Message("No integrations here.")
  String noIntegrations();

  @Message("An integration lets a sender, such as an Alertmanager, open incidents for a team.")
  String noIntegrationsHelp();

  @Message("Change {id}")
  String changeIntegration(String id);

  @Message("Somebody else has changed it")
  String changedMeanwhile();

  @Message("Field")
  String fieldName();

  @Message("Stored now")
  String storedNow();

  @Message("Typed here")
  String typedHere();

  @Message("Save again to replace what is stored by what you typed.")
  String saveAgain();

  @Message("Id")
  String id();

  @Message("1 to 63 characters of a-z, 0-9 and -. It never changes.")
  String idHint();

  @Message("Words for severities")
  String severityWords();

  @Message(
      "One per line: sev-1 = P0. They come before the usual ones, such as critical, high, warning, info.")
  String severityWordsHint();

  @Message("Severity of other alerts")
  String defaultSeverity();

  @Message("The last resolved alert resolves the incident")
  String resolveWithAlerts();

  @Message("Hours in which repeats do not reopen an incident resolved by hand")
  String suppressAfterResolve();

  @Message("A number of hours, or a duration such as PT90M.")
  String hoursHint();

  @Message("Acknowledgement time-out")
  String acknowledgementTimeout();

  @Message(
      "Hours after the last update of a person at which an acknowledgement ends and paging begins anew; empty for the default.")
  String timeoutHint();

  @Message("Save")
  String save();

  @Message("New key")
  String newKey();

  @Message("Copy the key now: it is shown this once.")
  String keyOnce();

  @Message("Go on")
  String goOn();

  @Message("Archived")
  String archivedAt();

  @Message("Received last")
  String cameLast();

  @Message("accepted")
  String accepted();

  @Message("refused")
  String refused();

  @Message("oversized")
  String oversized();

  @Message("nothing")
  String nothingYet();

  @Message("Test alert")
  String testAlert();

  @Message("Opens an incident and pages as the policy says. Resolve it when you have seen it.")
  String testAlertHelp();

  @Message("Send a test alert")
  String sendTestAlert();

  @Message("Settings")
  String settings();

  @Message("the usual words")
  String usualWords();

  @Message("Point the sender at it")
  String pointSender();

  @Message("Create another key")
  String makeKey();

  @Message("Change")
  String change();

  @Message("Archive")
  String archive();

  @Message("Its keys stop working. Its incidents and its log stay. This cannot be undone.")
  String archiveHelp();

  @Message("Outcome")
  String outcome();

  @Message("Received")
  String receivedAt();

  @Message("What came of it")
  String detail();

  @Message(
      "Nothing here. A sender whose key is wrong is not in this log: nobody knows whose it is.")
  String nothingCame();

  @Message("Sender")
  String sender();

  @Message("Replay of")
  String replayOf();

  @Message("Replay")
  String replay();

  @Message("Only the beginning of the body is stored.")
  String cut();

  @Message("Reads the message again, as if it came now.")
  String replayHelp();

  @Message("Body")
  String body();

  @Message("Severities")
  String severities();

  @Message("Meaning")
  String meaning();

  @Message("Acknowledge within")
  String acknowledgeWithin();

  @Message("Respond within")
  String respondWithin();

  @Message("Resolve within")
  String resolveWithin();

  @Message("of business time")
  String businessTime();
}
