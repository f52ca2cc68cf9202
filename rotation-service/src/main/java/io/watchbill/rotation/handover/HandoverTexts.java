package io.watchbill.rotation.handover;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of cover and swaps. */
@MessageBundle("handover")
public interface HandoverTexts {
  @Message("Shift")
  String shift();

  @Message("Ask for cover")
  String askForCover();

  @Message("Whom")
  String whomToAsk();

  @Message("the team")
  String theTeam();

  @Message("anyone")
  String anyone();

  @Message("I cannot take this shift.")
  String coverReason();

  @Message("Urgent: ask one after the other, every five minutes the next")
  String urgent();

  @Message("Propose a swap")
  String proposeSwap();

  @Message("For which shift")
  String swapFor();

  @Message("Nobody else has a shift in the next 60 days.")
  String noOffers();

  @Message("Requests")
  String requests();

  @Message("No open requests, neither to you nor from you.")
  String noRequests();

  @Message("asks for cover in")
  String asksForCover();

  @Message("Take the shift")
  String takeIt();

  @Message("proposes a swap in")
  String proposesSwap();

  @Message("you get")
  String youGet();

  @Message("you give")
  String youGive();

  @Message("Accept")
  String accept();

  @Message("Decline")
  String decline();

  @Message("You ask for cover in")
  String youAskForCover();

  @Message("You propose a swap to")
  String youProposeSwap();

  @Message("This shift is over; the past cannot be handed over.")
  String isOver();

  @Message(
      "This shift has begun, and only shifts that have not begun can be swapped. Ask for cover of "
          + "what is left of it, or make an override.")
  String hasBegun();
}
