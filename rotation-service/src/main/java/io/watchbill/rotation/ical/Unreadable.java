package io.watchbill.rotation.ical;

/** Says what of a file is not understood: an event with it is reported and never guessed. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreadable(String why) {
    super(why, null, false, false);
  }
}
