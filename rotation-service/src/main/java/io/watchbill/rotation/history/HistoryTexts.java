package io.watchbill.rotation.history;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this page. */
@MessageBundle("history")
public interface HistoryTexts {
  @Message("History")
  String title();

  @Message("Version {number}")
  String version(int number);

  @Message("planned")
  String planned();

  @Message("in force")
  String inForce();

  @Message("Changed by")
  String author();

  @Message("Changed at")
  String madeAt();

  @Message("Takes effect")
  String since();

  @Message("The first version.")
  String first();

  @Message("Only the time at which it takes effect differs.")
  String same();

  @Message("Lines with + are new, lines with - are gone.")
  String help();

  @Message("Older versions")
  String older();

  @Message("Back to the schedule")
  String toSchedule();
}
