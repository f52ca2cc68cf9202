package io.watchbill.kit.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the frame. */
@MessageBundle("frame")
public interface FrameMessages {
  @Message("Skip to content")
  String skip();

  @Message("Main")
  String navigation();

  @Message("Menu")
  String menu();

  @Message("Now")
  String now();

  @Message("Incidents")
  String incidents();

  @Message("On call")
  String onCall();

  @Message("Schedules")
  String schedules();

  @Message("No connection")
  String offline();

  @Message(
      "Watchbill cannot be reached from here right now. Pages still reach you on your other channels.")
  String offlineHelp();

  @Message("Try again")
  String tryAgain();

  @Message("Integrations")
  String integrations();

  @Message("Teams")
  String teams();

  @Message("People")
  String people();

  @Message("Keys")
  String keys();

  @Message("Me")
  String me();

  @Message("Sign out")
  String signOut();

  @Message("Signed in as {who}")
  String signedInAs(String who);

  @Message("Times in {zone}")
  String zone(String zone);

  @Message("Not available right now")
  String unavailable();

  @Message("No connection; what is shown may be old")
  String stale();

  @Message("Page not found")
  String notFound();

  @Message("There is no page at this address. It may be mistyped, or what it showed is gone.")
  String notFoundHelp();

  @Message("Not allowed")
  String forbidden();

  @Message("Something went wrong")
  String failed();

  @Message("Go to the start page")
  String toStart();

  @Message("Go back to what you typed")
  String backToTyped();

  @Message("This was not sent. What you typed is here again: look at it and send it.")
  String typedAgain();

  @Message("Am I on call?")
  String myDuty();

  @Message("My pages")
  String myPages();

  @Message("Search")
  String search();

  @Message("Policies")
  String policies();

  @Message("Messages")
  String messages();

  @Message("Alarms")
  String alarms();
}
