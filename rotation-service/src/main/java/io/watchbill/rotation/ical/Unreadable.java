package io.watchbill.rotation.ical;

/** Names the part of a file that is not understood; the event is then reported and skipped. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreadable(String why) {
    super(why, null, false, false);
  }
}
