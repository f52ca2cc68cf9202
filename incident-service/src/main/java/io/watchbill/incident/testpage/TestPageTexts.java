package io.watchbill.incident.testpage;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of these pages. */
@MessageBundle("test")
public interface TestPageTexts {
  @Message("Test pages")
  String title();

  @Message(
      "A test page takes the way of a real one: by your contact methods and rules, until you"
          + " acknowledge it. It wakes nobody else.")
  String explanation();

  @Message("Send me a test page")
  String send();

  @Message("Only people get test pages; sign in as one.")
  String noPerson();

  @Message("A test page has never reached you.")
  String never();

  @Message("The last one that you acknowledged:")
  String proof();

  @Message("by {channel}")
  String by(String channel);

  @Message("Sent, and not acknowledged yet:")
  String waiting();

  @Message("Not acknowledged:")
  String unanswered();

  @Message("See what happened")
  String details();

  @Message("All that are kept")
  String all();

  @Message("Sent")
  String sentAt();

  @Message("Incident")
  String incident();

  @Message("Result")
  String result();

  @Message("acknowledged")
  String acknowledged();

  @Message("waits")
  String waits();

  @Message("not acknowledged")
  String notAcknowledged();
}
