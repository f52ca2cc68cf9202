package io.watchbill.rotation.coverage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads contact methods from the escalation service. */
@Path("/v1/contact-methods")
@Produces(MediaType.APPLICATION_JSON)
interface ContactClient {

  @GET
  @Path("{person}")
  Methods methods(@PathParam("person") String person);

  /** The contact methods of a person. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Methods(List<Method> items) {

    /** Returns whether a page can reach the person. */
    boolean areVerified() {
      return items.stream().anyMatch(method -> method.verifiedAt() != null);
    }
  }

  /** A contact method, verified or not yet. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Method(@Nullable Instant verifiedAt) {}
}
