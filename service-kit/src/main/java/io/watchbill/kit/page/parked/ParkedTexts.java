package io.watchbill.kit.page.parked;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page of parked events. */
@MessageBundle("parked")
public interface ParkedTexts {
  @Message("Parked events")
  String title();

  @Message(
      "Events that another service did not understand. They are sent again only when you say so.")
  String help();

  @Message("Of the {service}-service")
  String of(String service);

  @Message("More")
  String more();

  @Message("Actions")
  String actions();

  @Message("Created")
  String created();

  @Message("Event")
  String type();

  @Message("Subject")
  String subject();

  @Message("To")
  String to();

  @Message("Attempts")
  String attempts();

  @Message("Detail")
  String detail();

  @Message("waits")
  String queued();

  @Message("Send again")
  String retry();

  @Message("Drop")
  String drop();

  @Message("Its receiver never gets it.")
  String dropHelp();

  @Message("No parked events.")
  String none();
}
