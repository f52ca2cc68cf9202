package io.watchbill.laptop.proxy;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.HttpProxy;
import io.watchbill.laptop.service.Service;
import java.util.Map;

/** Leads each request to the service that has its path. */
record Routing(PathTable paths, Map<Service, HttpProxy> services)
    implements Handler<HttpServerRequest> {

  @Override
  public void handle(HttpServerRequest request) {
    // The library would hold a whole answer in memory for it.
    if (request.version() == HttpVersion.HTTP_1_0) {
      ErrorAnswer.oldProtocol().send(request);
      return;
    }
    paths
        .owner(path(request.uri()))
        .ifPresentOrElse(
            service -> requireNonNull(services.get(service)).handle(request),
            () -> ErrorAnswer.nothingThere().send(request));
  }

  private static String path(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }
}
