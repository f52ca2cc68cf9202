package io.watchbill.cli.export;

import io.watchbill.cli.config.Service;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A list that can be exported.
 *
 * @param configured whether it is a part of what people set up, which is exported by itself
 * @param parent the list of which every item has a list of this kind
 * @param path of the list; {@code {id}} stands for the parent's id
 */
record Exported(
    String name, boolean configured, Service service, Optional<String> parent, String path) {

  static final List<Exported> ALL =
      List.of(
          configured("teams", Service.ROTATION),
          configured("people", Service.ROTATION),
          configured("rotations", Service.ROTATION),
          nested("overrides", Service.ROTATION, "rotations", "/v1/rotations/{id}/overrides"),
          configured("holiday-calendars", Service.ROTATION),
          configured("grants", Service.ROTATION),
          configured("policies", Service.ESCALATION),
          nested("contact-methods", Service.ESCALATION, "people", "/v1/contact-methods/{id}"),
          configured("webhooks", Service.ESCALATION),
          configured("severities", Service.INCIDENT),
          configured("integrations", Service.INCIDENT),
          byName("keys", Service.ROTATION),
          byName("incidents", Service.INCIDENT),
          byName("alerts", Service.INCIDENT),
          byName("escalations", Service.ESCALATION),
          byName("pages", Service.ESCALATION),
          byName("deliveries", Service.ESCALATION),
          byName("alarms", Service.ESCALATION));

  static Optional<Exported> named(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Exported::name).toList();
  }

  static List<Exported> configuration() {
    return ALL.stream().filter(Exported::configured).toList();
  }

  private static Exported configured(String name, Service service) {
    return new Exported(name, true, service, Optional.empty(), "/v1/" + name);
  }

  private static Exported nested(String name, Service service, String parent, String path) {
    return new Exported(name, true, service, Optional.of(parent), path);
  }

  private static Exported byName(String name, Service service) {
    return new Exported(name, false, service, Optional.empty(), "/v1/" + name);
  }

  /** For help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
