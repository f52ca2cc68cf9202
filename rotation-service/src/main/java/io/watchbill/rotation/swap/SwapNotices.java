package io.watchbill.rotation.swap;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.override.HeldShift;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.NoticePublisher;
import io.watchbill.rotation.shiftnotice.NoticeText;
import io.watchbill.rotation.shiftnotice.NoticeWording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Notifies the two people of a swap, and the lead once it is made. */
@ApplicationScoped
class SwapNotices {
  private final NoticePublisher notices;

  SwapNotices(NoticePublisher notices) {
    this.notices = notices;
  }

  /** Notifies the other person that a swap is proposed. */
  void asked(Tx tx, StoredRotation rotation, Swap swap) {
    notices.notifyPerson(
        tx,
        swap.take().person(),
        rotation,
        "swap-asked",
        swap.give().span().start(),
        to ->
            new NoticeText(
                to.name(swap.give().person()) + " proposes a swap in " + rotation.name(),
                text(to, swap)));
  }

  /** Notifies the lead, and the author, that the other person accepted. */
  void accepted(Tx tx, StoredRotation rotation, Swap swap) {
    String giver = swap.give().person();
    String taker = swap.take().person();
    Instant start = swap.give().span().start();
    notices.notifyLead(
        tx,
        rotation,
        "swap-made",
        start,
        to ->
            new NoticeText(
                to.name(giver) + " and " + to.name(taker) + " swap in " + rotation.name(),
                text(to, swap)));
    notices.notifyPerson(
        tx,
        giver,
        rotation,
        "swap-made",
        start,
        to ->
            new NoticeText(
                to.name(taker) + " accepts your swap in " + rotation.name(), text(to, swap)));
  }

  private static String text(NoticeWording to, Swap swap) {
    return side(to, swap.give())
        + " for "
        + side(to, swap.take())
        + ": "
        + swap.authorship().reason();
  }

  private static String side(NoticeWording to, HeldShift side) {
    return to.name(side.person()) + " as " + side.role() + " from " + to.times(side.span());
  }
}
