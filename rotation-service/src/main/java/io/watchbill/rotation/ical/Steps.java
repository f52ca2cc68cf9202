package io.watchbill.rotation.ical;

/** Limits the work for one file, however hostile it is. */
final class Steps {
  private long left;

  Steps(long most) {
    this.left = most;
  }

  /**
   * Counts a step.
   *
   * @throws Unreadable when there were too many
   */
  void take() {
    if (left-- <= 0) {
      throw new Unreadable("its recurrence takes too long to calculate");
    }
  }
}
