package io.watchbill.rotation.session;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of signing in. */
@MessageBundle("signIn")
public interface SignInTexts {
  @Message("Sign in")
  String signIn();

  @Message("Error")
  String error();

  @Message("Sign in to go on to the page that you asked for.")
  String leadsOn();

  @Message("Personal key")
  String key();

  @Message("It begins with")
  String keyBegins();

  @Message(
      "An admin makes it for you, and it is shown once. An admin can also make a link that signs "
          + "you in without a key.")
  String keyHelp();

  @Message("Enter your personal key.")
  String missing();

  @Message("This key is not valid: mistyped, expired or revoked.")
  String invalid();

  @Message("This is the key of an integration; it only sends alerts.")
  String ofIntegration();

  @Message("This is the key of a service of Watchbill; nobody signs in by it.")
  String ofService();

  @Message("Too many wrong keys came from here. Wait {seconds} s.")
  String throttled(long seconds);

  @Message("Sign in as {name}")
  String signInAs(String name);

  @Message("The link works once. If you are not {name}, close this page.")
  String worksOnce(String name);

  @Message("This link no longer works")
  String used();

  @Message("It was used already, or is older than ten minutes.")
  String usedHelp();

  @Message("This link is not valid")
  String notValid();

  @Message("It is incomplete, or too old.")
  String notValidHelp();

  @Message("Have another one made.")
  String another();

  @Message("Sign in with your key")
  String withKey();
}
