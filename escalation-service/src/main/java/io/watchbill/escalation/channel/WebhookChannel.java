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
import io.watchbill.kit.json.Json;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A POST signed by Standard Webhooks; {@code webhook-id} is the delivery's id over all attempts.
 * Only 2xx is success, redirects are not followed, 410 ends the delivery. Internal addresses are
 * out of reach ({@link OutboundGuard}).
 */
@ApplicationScoped
class WebhookChannel implements Channel {
  private static final Logger LOG = Logger.getLogger(WebhookChannel.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final HttpClient client;
  private final OutboundGuard guard;
  private final ChannelSettings settings;
  private final Json json;
  private final Clock clock;

  WebhookChannel(
      Vertx vertx, OutboundGuard guard, ChannelSettings settings, Json json, Clock clock) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(64)
                .setKeepAlive(false)
                .setConnectTimeout((int) settings.timeout().toMillis()));
    this.guard = guard;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public Handover handOver(Message message) {
    try {
      URI url = URI.create(message.address());
      Future<Handover> answer = post(url, guard.checked(url.getHost()), message);
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (OutboundGuard.ForbiddenAddressException e) {
      return new Handover.Refused(e.getMessage());
    } catch (UnknownHostException e) {
      return new Handover.Failed("the host is not known");
    } catch (TimeoutException e) {
      return new Handover.Unknown("no answer in " + settings.timeout());
    } catch (ExecutionException e) {
      return new Handover.Failed(OneLine.of(String.valueOf(e.getCause()), 500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Handover.Failed("interrupted");
    }
  }

  /** Host header and server name stay those of the URL; the connection goes to the address. */
  private Future<Handover> post(URI url, InetAddress address, Message message) {
    boolean tls = url.getScheme().equals("https");
    int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
    String body = json.write(WebhookPage.of(message));
    String id = message.delivery().toString();
    long timestamp = clock.instant().getEpochSecond();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(path + query)
            .setFollowRedirects(false)
            .setTimeout(settings.timeout().toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "Watchbill")
            .putHeader("webhook-id", id)
            .putHeader("webhook-timestamp", Long.toString(timestamp))
            .putHeader(
                "webhook-signature", StandardWebhook.sign(message.secret(), id, timestamp, body));
    return client.request(request).compose(call -> send(call, body));
  }

  /** The answer's body is not wanted, however long it is: the connection ends with the head. */
  private static Future<Handover> send(HttpClientRequest call, String body) {
    return call.send(body)
        .map(WebhookChannel::handover)
        .otherwise(e -> new Handover.Unknown("sent, but: " + OneLine.of(String.valueOf(e), 500)))
        .onComplete(done -> call.reset());
  }

  private static Handover handover(HttpClientResponse response) {
    response.exceptionHandler(ours -> LOG.tracef("the answer was cut off: %s", ours));
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Handover.Done("answered " + status);
    }
    if (status == 410) {
      return new Handover.Refused("answered 410: the receiver wants no more");
    }
    if (status == 502 || status == 504) {
      return new Handover.Unknown("answered " + status + ": a gateway heard no answer");
    }
    return new Handover.Failed("answered " + status, retryAfter(response));
  }

  private static Optional<Duration> retryAfter(HttpClientResponse response) {
    String header = response.getHeader("Retry-After");
    if (header == null || !header.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(header));
    return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }
}
