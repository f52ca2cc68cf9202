package io.watchbill.escalation.channel;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A POST signed by Standard Webhooks; {@code webhook-id} is the delivery's id over all attempts.
 * Only 2xx is success, redirects are not followed, 410 ends the delivery. Internal addresses are
 * out of reach ({@link OutboundGuard}).
 */
@ApplicationScoped
class WebhookChannel implements Channel {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final OutboundClient client;
  private final ChannelSettings settings;
  private final Json json;
  private final Clock clock;

  WebhookChannel(OutboundClient client, ChannelSettings settings, Json json, Clock clock) {
    this.client = client;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public Handover handOver(Message message) {
    String body = json.write(WebhookPage.of(message));
    return send(message.address(), message.secret(), message.delivery(), body);
  }

  @Override
  public Handover tell(Letter letter) {
    String body = json.write(WebhookNotice.of(letter));
    return send(letter.address(), letter.secret(), letter.delivery(), body);
  }

  private Handover send(String address, String secret, UUID delivery, String body) {
    try {
      return post(URI.create(address), secret, delivery.toString(), body)
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

  private Future<Handover> post(URI url, String secret, String id, String body)
      throws UnknownHostException {
    long timestamp = clock.instant().getEpochSecond();
    String signature = StandardWebhook.sign(secret, id, timestamp, body);
    return client
        .request(HttpMethod.POST, url)
        .map(
            call ->
                call.putHeader("Content-Type", "application/json")
                    .putHeader("webhook-id", id)
                    .putHeader("webhook-timestamp", Long.toString(timestamp))
                    .putHeader("webhook-signature", signature))
        .compose(call -> send(call, body));
  }

  private static Future<Handover> send(HttpClientRequest call, String body) {
    return OutboundClient.answer(call, call.send(body))
        .map(WebhookChannel::handover)
        .otherwise(e -> new Handover.Unknown("sent, but: " + OneLine.of(String.valueOf(e), 500)));
  }

  private static Handover handover(HttpClientResponse response) {
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
