package io.watchbill.escalation.channel;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Calls to the outside, to addresses that the {@link OutboundGuard} lets through. Redirects are not
 * followed; a call that hangs ends with {@code watchbill.outbound.timeout}.
 */
@ApplicationScoped
public class OutboundClient {
  private final HttpClient client;
  private final OutboundGuard guard;
  private final ChannelSettings settings;

  OutboundClient(Vertx vertx, OutboundGuard guard, ChannelSettings settings) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(64)
                .setKeepAlive(false)
                .setConnectTimeout((int) settings.timeout().toMillis()));
    this.guard = guard;
    this.settings = settings;
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * A request to a URL that is still to be sent. Host header and server name stay those of the URL;
   * the connection goes to the address that was checked.
   *
   * @throws OutboundGuard.ForbiddenAddressException if the host leads inside
   * @throws UnknownHostException if it leads nowhere
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
}
