package io.watchbill.escalation.reach;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of contact methods and notification rules. */
@MessageBundle("reach")
public interface ReachTexts {
  @Message("Contact methods")
  String contactMethods();

  @Message("Contact methods of {name}")
  String contactMethodsOf(String name);

  @Message("Contact method")
  String contactMethod();

  @Message(
      "You are signed in with a key that does not belong to a person, so it has no contact methods.")
  String noPerson();

  @Message("A code was sent to {method}. Enter it here within ten minutes.")
  String codeSent(String method);

  @Message("The secret of {method} is shown only now: it signs the messages.")
  String secretOnce(String method);

  @Message("Kind")
  String kind();

  @Message("Address")
  String address();

  @Message("Used")
  String used();

  @Message("Actions")
  String actions();

  @Message("hidden")
  String hidden();

  @Message("verified")
  String verified();

  @Message("not verified")
  String notVerified();

  @Message("The last message failed")
  String failing();

  @Message("Last message")
  String lastMessage();

  @Message("not used")
  String notUsed();

  @Message("Send a code")
  String sendCode();

  @Message("Code")
  String code();

  @Message("Verify")
  String verify();

  @Message("Remove")
  String remove();

  @Message("Remove {method}")
  String removeNow(String method);

  @Message("No contact method: pages cannot reach this person.")
  String noContactMethods();

  @Message("Add a contact method")
  String addMethod();

  @Message("For e-mail name@example.org, for a webhook https://…; a terminal needs none.")
  String addressHint();

  @Message("Name")
  String methodName();

  @Message("Small letters, digits and hyphens; empty for the kind.")
  String methodNameHint();

  @Message("Notification rules")
  String rules();

  @Message(
      "Minutes from the page until a method is used, if nobody has acknowledged; seconds as 90 s. A method without a number is not used; without any number, all are used at once.")
  String rulesHint();

  @Message("Minutes until {method}")
  String minutesUntil(String method);
}
