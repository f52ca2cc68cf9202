package io.watchbill.escalation.plan;

import java.util.List;

/** The answer to "who is on watch?". Unknown is not nobody. */
public sealed interface OnWatch {

  /** To be read in a page's or step's reason. */
  String reason();

  /** These people. */
  record People(List<String> people, String reason) implements OnWatch {}

  /** Certainly nobody. */
  record Nobody(String reason) implements OnWatch {}

  /** The rotation's shifts at that instant were never learned. */
  record Unknown(String reason) implements OnWatch {}
}
