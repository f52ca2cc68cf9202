package io.watchbill.rotation.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of keys and rights. */
@MessageBundle("access")
public interface AccessTexts {
  @Message("Keys")
  String keys();

  @Message("Kind")
  String kind();

  @Message("all")
  String all();

  @Message("Whose")
  String whose();

  @Message("The id of the person, automation, integration or service.")
  String whoseHint();

  @Message("Scopes")
  String scopes();

  @Message(
      "An automation needs at least one; others take none: a person has the rights "
          + "given to them.")
  String scopesHint();

  @Message("revoked")
  String revokedAt();

  @Message("Programs that use the key stop working within two seconds, and its sessions end.")
  String revokeKeyHelp();

  @Message("No such key.")
  String noKeys();

  @Message("Give a right")
  String giveRight();
}
