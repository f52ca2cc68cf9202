package io.watchbill.rotation.session;

import io.quarkus.qute.TemplateData;

/**
 * The form for a key.
 *
 * @param wrong with the last one
 * @param seconds how long to wait, when there were too many wrong ones
 * @param back where to go from there
 * @param address where it is sent
 */
@TemplateData
public record SignInForm(Wrong wrong, long seconds, String back, String address) {

  /** What is wrong with a key. */
  public enum Wrong {
    NOTHING,
    MISSING,
    INVALID,
    INTEGRATION,
    SERVICE,
    THROTTLED
  }

  /** Returns whether something is wrong. */
  public boolean isWrong() {
    return wrong != Wrong.NOTHING;
  }

  /** Returns whether it leads to a page that was asked for. */
  public boolean leadsOn() {
    return !back.equals("/");
  }
}
