package io.watchbill.rotation.cover;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.NoticePublisher;
import io.watchbill.rotation.shiftnotice.NoticeText;
import io.watchbill.rotation.shiftnotice.NoticeWording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Notifies the people asked for cover, and the lead of the outcome. */
@ApplicationScoped
class CoverNotices {
  private final NoticePublisher notices;

  CoverNotices(NoticePublisher notices) {
    this.notices = notices;
  }

  /**
   * Notifies people that they are asked for cover, and the lead.
   *
   * @param people the people who are asked at once
   */
  void asked(Tx tx, StoredRotation rotation, CoverRequest request, List<String> people) {
    Function<NoticeWording, NoticeText> words =
        to ->
            text(
                to,
                request,
                to.name(request.shift().person())
                    + " asks for cover as "
                    + place(rotation, request));
    Instant start = request.shift().span().start();
    people.forEach(
        person -> notices.notifyPerson(tx, person, rotation, "cover-asked", start, words));
    notices.notifyLead(tx, rotation, "cover-asked", start, words);
  }

  /** Notifies the next candidate that cover is needed at once. */
  void askedUrgently(Tx tx, StoredRotation rotation, CoverRequest request, String person) {
    notices.notifyPerson(
        tx,
        person,
        rotation,
        "cover-urgent",
        request.shift().span().start(),
        to ->
            text(
                to,
                request,
                to.name(request.shift().person())
                    + " needs cover at once as "
                    + place(rotation, request)));
  }

  /** Notifies the lead that everybody was asked and nobody took the shift. */
  void untaken(Tx tx, StoredRotation rotation, CoverRequest request) {
    notices.notifyLead(
        tx,
        rotation,
        "cover-untaken",
        request.shift().span().start(),
        to ->
            text(
                to,
                request,
                "Nobody covers for "
                    + to.name(request.shift().person())
                    + " as "
                    + place(rotation, request)));
  }

  /** Notifies the lead that somebody took the shift. */
  void taken(Tx tx, StoredRotation rotation, CoverRequest request, String taker) {
    notices.notifyLead(
        tx,
        rotation,
        "cover-taken",
        request.shift().span().start(),
        to ->
            text(
                to,
                request,
                to.name(taker)
                    + " covers for "
                    + to.name(request.shift().person())
                    + " as "
                    + place(rotation, request)));
  }

  private static String place(StoredRotation rotation, CoverRequest request) {
    return request.shift().role() + " of " + rotation.name();
  }

  private static NoticeText text(NoticeWording to, CoverRequest request, String title) {
    return new NoticeText(
        title,
        "From "
            + to.times(request.shift().span())
            + ": "
            + request.authorship().reason()
            + ". Request "
            + request.id()
            + ".");
  }
}
