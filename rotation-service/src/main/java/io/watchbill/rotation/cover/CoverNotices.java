package io.watchbill.rotation.cover;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.agreement.Audience;
import io.watchbill.rotation.notice.Notices;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;

/** Tells those who are asked for cover, and the lead of what they agreed on. */
@ApplicationScoped
class CoverNotices {
  private final Notices notices;

  CoverNotices(Notices notices) {
    this.notices = notices;
  }

  void asked(Tx tx, StoredRotation rotation, CoverRequest request, Set<String> team) {
    Set<String> asked =
        switch (request.audience()) {
          case Audience.OnePerson one -> new TreeSet<>(Set.of(one.person()));
          case Audience.Team all -> new TreeSet<>(team);
          case Audience.Anyone anyone -> new TreeSet<>(team);
        };
    asked.remove(request.person());
    String title = request.person() + " asks for cover as " + place(rotation, request);
    asked.forEach(
        person ->
            notices.tell(
                tx, person, rotation, "cover-asked", title, text(request), request.span().start()));
    notices.tellLead(tx, rotation, "cover-asked", title, text(request), request.span().start());
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
