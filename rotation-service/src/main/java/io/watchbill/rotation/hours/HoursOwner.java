package io.watchbill.rotation.hours;

/** Who has working hours of their own. */
public enum HoursOwner {
  PERSON("person"),
  TEAM("team");

  private final String wire;

  HoursOwner(String wire) {
    this.wire = wire;
  }

  /** As it stands in the database and in problems. */
  public String wire() {
    return wire;
  }
}
