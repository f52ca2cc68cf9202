package io.watchbill.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of incidents as the outside world reaches them. */
@ApplicationScoped
public class IncidentLinks {
  private final String publicUrl;

  IncidentLinks(@ConfigProperty(name = "watchbill.public-url") String publicUrl) {
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
  }

  public String of(Incident incident) {
    return publicUrl + "/v1/incidents/" + incident.reference();
  }
}
