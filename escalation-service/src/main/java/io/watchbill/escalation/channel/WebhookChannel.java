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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A POST signed by Standard Webhooks; {@code webhook-id} is the delivery's id over all attempts.
 * Only 2xx is success, redirects are not followed. What the receiver refuses for good ends the
 * delivery at once: it answers the same to the same. Internal addresses are out of reach ({@link
 * OutboundGuard}).
 */
@ApplicationScoped
class WebhookChannel implements Channel {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /**
   * Of the answers that are the caller's fault those that may be others in a moment: time-out,
   * conflict, misdirected, locked, failed dependency, too early, too many.
   */
  private static final Set<Integer> NOT_FOR_GOOD = Set.of(408, 409, 421, 423, 424, 425, 429);

  /** Moved for good, not implemented, a version of HTTP that it does not speak. */
  private static final Set<Integer> FOR_GOOD = Set.of(301, 308, 501, 505);

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
  public SendResult handOver(Message message) {
    String body = json.write(WebhookPage.of(message));
    return send(message.address(), message.secret(), message.delivery(), body);
  }

  @Override
  public SendResult tell(NoticeMessage letter) {
    String body = json.write(WebhookNotice.of(letter));
    return send(letter.address(), letter.secret(), letter.delivery(), body);
  }

  private SendResult send(String address, String secret, UUID delivery, String body) {
    try {
      return post(URI.create(address), secret, delivery.toString(), body)
          .toCompletionStage()
          .toCompletableFuture()
          .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (OutboundGuard.ForbiddenAddressException e) {
      return new SendResult.Refused(e.getMessage());
    } catch (IllegalArgumentException e) {
      return new SendResult.Refused("cannot be called: " + OneLine.of(e.getMessage(), 500));
    } catch (UnknownHostException e) {
      return new SendResult.Failed("the host is not known");
    } catch (TimeoutException e) {
      return new SendResult.Unknown("no answer in " + settings.timeout());
    } catch (ExecutionException e) {
      String detail = OneLine.of(String.valueOf(e.getCause()), 500);
      return PermanentFailures.is(e.getCause())
          ? new SendResult.Refused(detail)
          : new SendResult.Failed(detail);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendResult.Failed("interrupted");
    }
  }

  private Future<SendResult> post(URI url, String secret, String id, String body)
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

  private static Future<SendResult> send(HttpClientRequest call, String body) {
    return OutboundClient.answer(call, call.send(body))
        .map(WebhookChannel::handover)
        .otherwise(e -> new SendResult.Unknown("sent, but: " + OneLine.of(String.valueOf(e), 500)));
  }

  private static SendResult handover(HttpClientResponse response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new SendResult.Done("answered " + status);
    }
    if (status == 410) {
      return new SendResult.Refused("answered 410: the receiver wants no more");
    }
    if (isForGood(status)) {
      return new SendResult.Refused("answered " + status + ": the receiver refuses it for good");
    }
    if (status == 502 || status == 504) {
      return new SendResult.Unknown("answered " + status + ": a gateway heard no answer");
    }
    return new SendResult.Failed("answered " + status, retryAfter(response));
  }

  private static boolean isForGood(int status) {
    boolean ofTheCaller = status >= 400 && status < 500;
    return ofTheCaller ? !NOT_FOR_GOOD.contains(status) : FOR_GOOD.contains(status);
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
