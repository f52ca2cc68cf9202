package io.watchbill.rotation.ical;

import java.util.Locale;
import java.util.Optional;

/** Reads the e-mail addresses of attendees. */
final class Addresses {
  private static final String MAIL = "mailto:";

  private Addresses() {}

  static Optional<String> of(ContentLine attendee) {
    String value = attendee.value().strip();
    return value.toLowerCase(Locale.ROOT).startsWith(MAIL)
        ? Optional.of(value.substring(MAIL.length()))
        : attendee.parameter("EMAIL");
  }
}
