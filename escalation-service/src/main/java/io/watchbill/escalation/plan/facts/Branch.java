package io.watchbill.escalation.plan.facts;

/**
 * A branch of an escalation. Its steps run beside those of the others, and an acknowledgement stops
 * its own branch only.
 */
public record Branch(String name) implements Comparable<Branch> {

  /** The branch whose acknowledgement is the incident's. */
  public static final Branch MAIN = new Branch("main");

  /** Returns whether an acknowledgement of it acknowledges the incident. */
  public boolean isMain() {
    return equals(MAIN);
  }

  @Override
  public int compareTo(Branch other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
