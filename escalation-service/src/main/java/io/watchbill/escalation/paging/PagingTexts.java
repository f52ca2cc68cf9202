package io.watchbill.escalation.paging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of paging on an incident, and those that several kinds of pages share. */
@MessageBundle("text")
public interface PagingTexts {
  @Message("No policy")
  String noPolicy();

  @Message("Next step")
  String next();

  @Message("Ended")
  String ended();

  @Message("Waits for a change of the incident")
  String waits();

  @Message("Held")
  String held();

  @Message("Nobody has been paged.")
  String nobodyPaged();

  @Message("Messages")
  String messages();

  @Message("To")
  String to();

  @Message("By")
  String by();

  @Message("State")
  String state();

  @Message("Due")
  String dueAt();

  @Message("Handed over")
  String handedOver();

  @Message("Acknowledge")
  String acknowledge();

  @Message("and {more} more")
  String morePages(int more);

  @Message("You have no open pages.")
  String noPages();

  @Message("Escalate")
  String escalate();

  @Message("fallback")
  String fallback();

  @Message("immediately")
  String atOnce();

  @Message("Not done")
  String notDone();

  @Message("Reason")
  String reason();

  @Message("Note")
  String note();

  @Message("To whom")
  String toWhom();

  @Message(
      "A person, or the people who hold a role of a rotation now; the next step of the policy if both are empty.")
  String toWhomHint();

  @Message("Save")
  String save();

  @Message("after {span}")
  String later(String span);

  @Message("Person")
  String person();

  @Message("Rotation")
  String rotation();

  @Message("Role")
  String role();

  @Message("Channel")
  String channel();

  @Message("Because")
  String because();
}
