package io.watchbill.laptop;

/** The four ports that follow one base: incident, rotation, escalation, Postgres. */
public record Ports(int base) {
  public static final Ports DEFAULT = new Ports(8080);

  public Ports {
    if (base < 1 || base > 65_532) {
      throw new Refusal("--port-base must be between 1 and 65532, not " + base);
    }
  }

  /** Postgres comes after the services. */
  public int postgres() {
    return base + 3;
  }
}
