package io.watchbill.laptop.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import io.watchbill.kit.problem.ErrorCode;
import io.watchbill.kit.problem.KitError;
import java.util.Locale;
import java.util.Map;

/**
 * An answer of the proxy itself: {@code application/problem+json} as the services have it, a page
 * for browsers.
 */
record ErrorAnswer(int status, String type, String title, String detail) {
  private static final String NO_TYPE = "about:blank";
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%1$s - Watchbill</title>
      </head>
      <body>
      <main>
      <h1>%1$s</h1>
      <p>%2$s</p>
      </main>
      </body>
      </html>
      """;

  /** No service has the path. */
  static ErrorAnswer nothingThere() {
    return of(KitError.NOT_FOUND, "Nothing of Watchbill is at this path.");
  }

  /** The service was not reached: nothing was done. */
  static ErrorAnswer notRunning(String service) {
    return of(
        KitError.UNAVAILABLE,
        "The %s does not answer at the moment. It may be starting: try again in some seconds."
            .formatted(service));
  }

  /** The service broke off: what was asked may be done or not. */
  static ErrorAnswer brokenOff(String service) {
    return new ErrorAnswer(
        502, NO_TYPE, "Broken off", "The %s ended while it answered.".formatted(service));
  }

  /** The service was silent for too long: what was asked may be done or not. */
  static ErrorAnswer silent(String service) {
    return new ErrorAnswer(
        504, NO_TYPE, "No answer in time", "The %s did not answer in time.".formatted(service));
  }

  static ErrorAnswer oldProtocol() {
    return new ErrorAnswer(505, NO_TYPE, "Not this HTTP", "This address speaks HTTP/1.1.");
  }

  private static ErrorAnswer of(ErrorCode error, String detail) {
    return new ErrorAnswer(error.status(), error.type(), error.title(), detail);
  }

  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response().setStatusCode(status);
    headers(request).forEach(response::putHeader);
    response.end(body(request));
  }

  ProxyResponse in(ProxyResponse response, HttpServerRequest request) {
    headers(request).forEach(response::putHeader);
    return response.setStatusCode(status).setBody(Body.body(body(request)));
  }

  private Map<String, String> headers(HttpServerRequest request) {
    return Map.of(
        "Content-Type",
        isForBrowser(request) ? "text/html; charset=utf-8" : "application/problem+json",
        "Content-Security-Policy",
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options",
        "nosniff",
        "Cache-Control",
        "no-store");
  }

  private Buffer body(HttpServerRequest request) {
    return Buffer.buffer(isForBrowser(request) ? PAGE.formatted(title, detail) : json());
  }

  private String json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toString();
  }

  private static boolean isForBrowser(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }
}
