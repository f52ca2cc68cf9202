package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Names;

/** The incident-service's incidents. */
public record Incidents(Api api) {

  /** Returns the path of an incident that is named by its reference or id. */
  static String path(String reference) {
    return "/v1/incidents/" + Names.incident(reference);
  }

  /** Reads one. */
  public JsonNode get(String reference) {
    return api.get(Service.INCIDENT, path(reference));
  }

  /** Does something with one; returns how it is then. */
  public JsonNode act(String reference, String action, JsonNode body) {
    return api.post(Service.INCIDENT, path(reference) + "/" + action, body);
  }
}
