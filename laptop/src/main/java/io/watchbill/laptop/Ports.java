package io.watchbill.laptop;

/**
 * The ports that follow one base: incident, rotation, escalation, Postgres; in development also the
 * debugger's.
 */
public record Ports(int base) {
  public static final Ports DEFAULT = new Ports(8080);

  public Ports {
    if (base < 1 || base > 65_531) {
      throw new Refusal("--port-base must be between 1 and 65531, not " + base);
    }
  }

  /** Postgres comes after the services. */
  public int postgres() {
    return base + 3;
  }

  /** Where a debugger reaches the service that is developed. */
  public int debugger() {
    return base + 4;
  }
}
