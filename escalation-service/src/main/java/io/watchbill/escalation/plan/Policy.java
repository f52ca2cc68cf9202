package io.watchbill.escalation.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of timed steps.
 *
 * @param rounds how often the whole list runs while nobody acknowledges; each run is a pass
 */
public record Policy(String id, List<Step> steps, int rounds) {

  /** The branch whose acknowledgement is the incident's. */
  public static final String MAIN = "main";

  /** Version of the step language; a running escalation records the one that it needs. */
  public static final int ENGINE = 1;

  /** The branches in the order of their first step; {@link #MAIN} is always there, and first. */
  public Set<String> branches() {
    Set<String> branches = new LinkedHashSet<>();
    branches.add(MAIN);
    steps.forEach(step -> branches.add(step.branch()));
    return branches;
  }
}
