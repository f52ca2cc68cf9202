package io.watchbill.rotation.hours;

/** Whose working hours these are. */
public enum HoursOwner {
  PERSON("person"),
  TEAM("team");

  private final String wire;

  HoursOwner(String wire) {
    this.wire = wire;
  }

  /** Returns the name in the database and in problems. */
  public String wire() {
    return wire;
  }
}
