package io.watchbill.rotation.cover;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells those who are asked for cover, and the lead of what they agreed on. */
@ApplicationScoped
class CoverNotices {
  private final Notices notices;

  CoverNotices(Notices notices) {
    this.notices = notices;
  }

  /**
   * @param people who are asked at once; the lead is told besides
   */
  void asked(Tx tx, StoredRotation rotation, CoverRequest request, List<String> people) {
    String title = request.person() + " asks for cover as " + place(rotation, request);
    people.forEach(
        person ->
            notices.tell(
                tx, person, rotation, "cover-asked", title, text(request), request.span().start()));
    notices.tellLead(tx, rotation, "cover-asked", title, text(request), request.span().start());
  }

  /** Asks the one whose turn it is, for cover that is needed at once. */
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

  /** Tells the lead that all were asked. */
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
