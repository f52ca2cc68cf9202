package io.watchbill.rotation.me;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of a person's own page. */
@MessageBundle("me")
public interface MeTexts {
  @Message("My page")
  String myPage();

  @Message(
      "This page is for people. You are signed in as {who}, which is not a person: it is "
          + "never on call and has no calendar.")
  String noPersonPage(String who);

  @Message("Name and time zone")
  String profile();

  @Message("My pages")
  String myPages();

  @Message("How you are reached")
  String contactMethods();

  @Message("My next shifts")
  String nextShifts();

  @Message("No shift in the next 60 days.")
  String noShifts();

  @Message("Calendar")
  String calendars();

  @Message("Shows")
  String shows();

  @Message("Make a calendar address")
  String makeCalendar();

  @Message("Where you are signed in")
  String sessions();

  @Message("Device")
  String device();

  @Message("Signed in")
  String signedInAt();

  @Message("this one")
  String thisOne();

  @Message("End")
  String endSession();

  @Message("End all others")
  String endOthers();

  @Message("No browser is signed in as you.")
  String noSessions();

  @Message("Personal keys")
  String personalKeys();

  @Message("As others see me")
  String howOthersSeeMe();

  @Message("Does a page reach you?")
  String testPages();
}
