package io.watchbill.escalation.notice;

import java.util.Locale;

/** How a delivery of a notice ends. */
enum NoticeEnd {
  SENT,
  FAILED;

  /** Returns the end as it is stored and counted. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
