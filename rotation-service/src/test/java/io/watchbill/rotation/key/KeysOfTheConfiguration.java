package io.watchbill.rotation.key;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The keys in the configuration of a new installation. */
public final class KeysOfTheConfiguration implements QuarkusTestResourceLifecycleManager {
  static final String FIRST_ADMIN = "wb_firstAdmin00_0123456789abcdefghijklmnopqrstuv";
  static final String INCIDENT = "wb_incident0000_0123456789abcdefghijklmnopqrstuv";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "watchbill.access.admin-key", FIRST_ADMIN,
        "watchbill.access.service-keys.incident", INCIDENT);
  }

  @Override
  public void stop() {}
}
