package io.watchbill.laptop;

import java.net.URI;

/**
 * The ports that follow one base: incident, rotation, escalation, Postgres; in development also the
 * debugger's; then the one address of all three services.
 */
public record Ports(int base) {
  public static final Ports DEFAULT = new Ports(8080);

  public Ports {
    if (base < 1 || base > 65_530) {
      throw new Refusal("--port-base must be between 1 and 65530, not " + base);
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

  /** Where all three services have one address. */
  public int proxy() {
    return base + 5;
  }

  /** The one address of all three services: people and senders need no other. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + proxy());
  }
}
