package io.watchbill.escalation.channel;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import org.jboss.logging.Logger;

/**
 * Calls addresses outside that the {@link OutboundGuard} allows. Redirects are not followed; a call
 * that hangs ends after {@code watchbill.outbound.timeout}.
 */
@ApplicationScoped
public class OutboundClient {
  private static final Logger LOG = Logger.getLogger(OutboundClient.class);

  /**
   * In a flood each connection carries one page after the other. Shorter than servers wait: if they
   * close the connection during a call, it is unknown whether the page arrived.
   */
  private static final int KEEP_ALIVE_SECONDS = 2;

  private final HttpClient client;
  private final OutboundGuard guard;
  private final ChannelSettings settings;

  OutboundClient(Vertx vertx, OutboundGuard guard, ChannelSettings settings) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(64)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setReadIdleTimeout((int) settings.timeout().toSeconds())
                .setConnectTimeout((int) settings.timeout().toMillis()));
    this.guard = guard;
    this.settings = settings;
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Opens a request to a URL, to be sent by the caller. Host header and server name are those of
   * the URL; the connection goes to the address that was checked, or is a pooled one to that
   * address.
   *
   * @throws OutboundGuard.ForbiddenAddressException if the host has an internal address
   * @throws UnknownHostException if the host has no address
   */
  public Future<HttpClientRequest> request(HttpMethod method, URI url) throws UnknownHostException {
    boolean tls = url.getScheme().equals("https");
    int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String address = guard.checked(url.getHost()).getHostAddress();
    return client.request(
        new RequestOptions()
            .setMethod(method)
            .setServer(SocketAddress.inetSocketAddress(port, address))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(path + query)
            .setFollowRedirects(false)
            .setTimeout(settings.timeout().toMillis())
            .putHeader("User-Agent", "Watchbill"));
  }

  /**
   * Returns the answer to a request that was sent. Its body is ignored: unless it is short, the
   * connection is closed after the head.
   */
  public static Future<HttpClientResponse> answer(
      HttpClientRequest request, Future<HttpClientResponse> sent) {
    return sent.onSuccess(answer -> endUnlessShort(request, answer))
        .onFailure(e -> request.reset());
  }

  private static void endUnlessShort(HttpClientRequest request, HttpClientResponse answer) {
    answer.exceptionHandler(e -> LOG.tracef("the answer was cut off: %s", e));
    String length = answer.getHeader("Content-Length");
    boolean isShort = answer.statusCode() == 204 || length != null && length.matches("[0-9]{1,4}");
    if (!isShort) {
      request.reset();
    }
  }
}
