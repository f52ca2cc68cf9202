package io.watchbill.rotation.cover;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notifies the people asked for cover, and the lead of the outcome. */
@ApplicationScoped
class CoverNotices {
  private final Notices notices;

  CoverNotices(Notices notices) {
    this.notices = notices;
  }

  /**
   * Notifies people that they are asked for cover, and the lead.
   *
   * @param people the people who are asked at once
   */
  void asked(Tx tx, StoredRotation rotation, CoverRequest request, List<String> people) {
    String title = request.person() + " asks for cover as " + place(rotation, request);
    people.forEach(
        person ->
            notices.tell(
                tx, person, rotation, "cover-asked", title, text(request), request.span().start()));
    notices.tellLead(tx, rotation, "cover-asked", title, text(request), request.span().start());
  }

  /** Notifies the next candidate that cover is needed at once. */
  void askedUrgently(Tx tx, StoredRotation rotation, CoverRequest request, String person) {
    notices.tell(
        tx,
        person,
        rotation,
        "cover-urgent",
        request.person() + " needs cover at once as " + place(rotation, request),
        text(request),
        request.span().start());
  }

  /** Notifies the lead that everybody was asked and nobody took the shift. */
  void untaken(Tx tx, StoredRotation rotation, CoverRequest request) {
    notices.tellLead(
        tx,
        rotation,
        "cover-untaken",
        "Nobody has taken the shift of " + request.person() + " as " + place(rotation, request),
        text(request),
        request.span().start());
  }

  void taken(Tx tx, StoredRotation rotation, CoverRequest request, String taker) {
    notices.tellLead(
        tx,
        rotation,
        "cover-taken",
        taker + " covers for " + request.person() + " as " + place(rotation, request),
        text(request),
        request.span().start());
  }

  private static String place(StoredRotation rotation, CoverRequest request) {
    return request.role() + " of " + rotation.name();
  }

  private static String text(CoverRequest request) {
    return "From "
        + request.span().start()
        + " to "
        + request.span().end()
        + ": "
        + request.reason()
        + ". Request "
        + request.id()
        + ".";
  }
}
