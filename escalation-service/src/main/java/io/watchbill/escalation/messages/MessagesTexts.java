package io.watchbill.escalation.messages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the message log and of alarms. */
@MessageBundle("messages")
public interface MessagesTexts {
  @Message("Send again")
  String sendAgain();

  @Message("Incident (id)")
  String incidentId();

  @Message("Incident")
  String incident();

  @Message("any")
  String any();

  @Message("waits")
  String queued();

  @Message("being sent")
  String sending();

  @Message("held back")
  String heldBack();

  @Message("sent")
  String sentState();

  @Message("failed")
  String failed();

  @Message("not needed any more")
  String dropped();

  @Message("refused for good")
  String refused();

  @Message("may have arrived")
  String unknownOutcome();

  @Message("not sent")
  String notSent();

  @Message("From")
  String since();

  @Message("To")
  String untilTime();

  @Message("Show")
  String show();

  @Message("Created")
  String created();

  @Message("Destination")
  String destination();

  @Message("Purpose")
  String purpose();

  @Message("policy")
  String purposeMain();

  @Message("escalated by hand")
  String purposeManual();

  @Message("last resort")
  String purposeLast();

  @Message("Latency")
  String latency();

  @Message("Attempt")
  String attempt();

  @Message("Detail")
  String detail();

  @Message("Provider's id")
  String providerId();

  @Message("only this")
  String only();

  @Message("only this: {reference}")
  String onlyOf(String reference);

  @Message("Older")
  String older();

  @Message("No messages here.")
  String noMessages();

  @Message(
      "Where nobody was paged or nobody acknowledged: the fallback policy and the last-resort contact were paged.")
  String alarmsHelp();

  @Message("Kind")
  String kindOfAlarm();

  @Message("Raised")
  String raised();

  @Message("Round")
  String round();

  @Message("Branch")
  String branchName();

  @Message("No alarms here.")
  String noAlarms();

  @Message("Parked events")
  String parkedEvents();
}
