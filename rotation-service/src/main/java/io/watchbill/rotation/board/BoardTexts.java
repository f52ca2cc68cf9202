package io.watchbill.rotation.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of schedules and of who is on call, and those that several kinds of pages share. */
@MessageBundle("text")
public interface BoardTexts {
  @Message("Who is on call")
  String onCall();

  @Message("Rotation")
  String rotation();

  @Message("Role")
  String role();

  @Message("Now")
  String now();

  @Message("Until")
  String until();

  @Message("Next")
  String next();

  @Message("from")
  String from();

  @Message("nobody")
  String nobody();

  @Message("nobody, by design")
  String nobodyByDesign();

  @Message("no end in sight")
  String noEnd();

  @Message("No rotation yet: nobody is on call.")
  String noRotations();

  @Message("You are on call as {role} of {rotation}")
  String youAre(String role, String rotation);

  @Message("On call: {role},")
  String onCallAs(String role);

  @Message("Not on call")
  String notOnCall();

  @Message("You are not on call.")
  String youAreNot();

  @Message("You are signed in with a key that does not belong to a person, so it is never on call.")
  String noPerson();

  @Message("No gaps in the next 14 days.")
  String noGaps();

  @Message("Nobody is {role}")
  String nobodyIs(String role);

  @Message("Schedule")
  String schedule();

  @Message("Team")
  String team();

  @Message("Time zone")
  String timeZone();

  @Message("Earlier")
  String before();

  @Message("Today")
  String today();

  @Message("Later")
  String after();

  @Message("Two weeks")
  String weeks();

  @Message("Month")
  String month();

  @Message("Person")
  String person();

  @Message("uncovered")
  String uncovered();

  @Message("all day")
  String allDay();

  @Message("More")
  String more();

  @Message("First day")
  String firstDay();

  @Message("Show")
  String show();

  @Message("Make an override")
  String makeOverride();

  @Message("Who takes over")
  String whoTakesOver();

  @Message("Who is relieved")
  String whoIsRelieved();

  @Message("everybody on call")
  String everybody();

  @Message("From")
  String begin();

  @Message("To")
  String end();

  @Message("Reason")
  String reason();

  @Message("Show what changes")
  String preview();

  @Message("Make the override")
  String make();

  @Message("What changes")
  String changes();

  @Message("gains")
  String gains();

  @Message("loses")
  String loses();

  @Message("No shift changes.")
  String nothingChanges();

  @Message("Not done")
  String notDone();

  @Message("Choose")
  String choose();

  @Message("Nobody would be on call then")
  String newGaps();

  @Message(
      "Subscribe to this address in your calendar program. Everybody who has it can "
          + "read your shifts.")
  String calendarUse();

  @Message("Made")
  String madeAt();

  @Message("Actions")
  String actions();

  @Message("Revoke")
  String revoke();

  @Message("Last used")
  String lastUsed();

  @Message(
      "A key signs you in and lets programs act for you. Anybody who has it may do what you may.")
  String keyUse();

  @Message("Key")
  String key();

  @Message("Expires")
  String expires();

  @Message("never")
  String never();

  @Message("Expires on (empty: never)")
  String expiresOn();

  @Message("Make a key")
  String makeKey();

  @Message("The new key")
  String newKey();

  @Message("The new calendar address")
  String newCalendar();

  @Message("The new sign-in link")
  String newLink();

  @Message("It signs in once, within ten minutes. Give it to nobody else.")
  String linkUse();

  @Message("It is shown only now.")
  String shownOnce();

  @Message(
      "This form was sent before. What it made was shown then, and cannot be shown "
          + "again: revoke it and make another.")
  String shownBefore();

  @Message("Back")
  String back();

  @Message("Name")
  String name();

  @Message("Id")
  String id();

  @Message("1 to 63 characters of a-z, 0-9 and hyphen; it never changes.")
  String idHint();

  @Message("Such as Europe/Berlin or America/New_York.")
  String timeZoneHint();

  @Message("Rights")
  String rights();

  @Message("Right")
  String right();

  @Message("all teams")
  String allTeams();

  @Message("Take away")
  String take();

  @Message("Give")
  String give();

  @Message("none")
  String noRights();

  @Message("Change")
  String change();

  @Message("Save")
  String save();

  @Message("New schedule")
  String newSchedule();

  @Message("Withdraw")
  String withdraw();

  @Message("absent")
  String absent();

  @Message("Layers, before overrides")
  String layers();

  @Message("Overrides")
  String overrides();

  @Message("Swaps proposed")
  String swapsProposed();

  @Message("instead of")
  String insteadOf();

  @Message("in addition")
  String beside();

  @Message("Day by day")
  String dayByDay();

  @Message("Day")
  String dayOfList();

  @Message("Fairness and coverage")
  String fairness();

  @Message("History")
  String history();
}
