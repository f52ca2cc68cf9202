package io.watchbill.incident.integration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Asks the rotation-service for a key that may send alerts and do nothing else. */
@RegisterForReflection
record KeyRequest(String kind, String principal, List<String> scopes) {
  static KeyRequest of(String integration) {
    return new KeyRequest("integration", integration, List.of("ingest"));
  }
}
