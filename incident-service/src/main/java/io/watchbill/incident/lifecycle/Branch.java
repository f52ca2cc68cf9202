package io.watchbill.incident.lifecycle;

/** A branch of a policy, by its name. An acknowledgement of any other than main stops only that. */
public record Branch(String name) {
  public static final Branch MAIN = new Branch("main");

  boolean isMain() {
    return equals(MAIN);
  }
}
