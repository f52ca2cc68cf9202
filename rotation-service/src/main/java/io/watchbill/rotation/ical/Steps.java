package io.watchbill.rotation.ical;

/** How much may be worked out for one file, however hostile it is. */
final class Steps {
  private long left;

  Steps(long most) {
    this.left = most;
  }

  /**
   * @throws Unreadable when it takes too long
   */
  void take() {
    if (left-- <= 0) {
      throw new Unreadable("it takes too long to work out when it recurs");
    }
  }
}
