package io.watchbill.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes {@code Location} and {@code Link} to own resources relative, under the path of the public
 * URL: removes the caller's {@code Host} that JAX-RS has put in.
 */
public class OwnReferences {
  private final PublicUrl publicUrl;

  OwnReferences(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  @ServerResponseFilter
  void rewrite(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.computeIfPresent(
        HttpHeaders.LOCATION,
        (name, values) ->
            values.stream()
                .map(value -> reference(value.toString(), request.getUriInfo().getBaseUri()))
                .collect(Collectors.<Object>toList()));
    headers.computeIfPresent(
        HttpHeaders.LINK,
        (name, values) ->
            values.stream()
                .map(value -> link(value.toString()))
                .collect(Collectors.<Object>toList()));
  }

  private String reference(String location, URI base) {
    String origin = base.getScheme() + "://" + base.getRawAuthority();
    String path =
        location.startsWith(origin + "/") ? location.substring(origin.length()) : location;
    return ours(path) ? publicUrl.reference(path) : location;
  }

  private String link(String value) {
    return value.startsWith("<") && ours(value.substring(1))
        ? "<" + publicUrl.reference(value.substring(1))
        : value;
  }

  private static boolean ours(String path) {
    return path.startsWith("/") && !path.startsWith("//");
  }
}
