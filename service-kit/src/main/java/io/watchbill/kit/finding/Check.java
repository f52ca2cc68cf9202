package io.watchbill.kit.finding;

import java.util.List;

/** Looks at one thing that can be wrong. A bean: the doctor of the service finds all of them. */
public interface Check {

  /** Returns its name in findings, a word. */
  String name();

  /**
   * Looks, on a thread that may block, with the connections of the loops. One that takes too long
   * is interrupted, and one that throws becomes a finding.
   */
  List<Finding> look();
}
