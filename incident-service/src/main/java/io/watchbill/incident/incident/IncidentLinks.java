package io.watchbill.incident.incident;

import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;

/** Public addresses of incidents. */
@ApplicationScoped
public class IncidentLinks {
  private final PublicUrl publicUrl;

  IncidentLinks(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  public String of(Incident incident) {
    return publicUrl.to("/v1/incidents/" + incident.reference());
  }
}
