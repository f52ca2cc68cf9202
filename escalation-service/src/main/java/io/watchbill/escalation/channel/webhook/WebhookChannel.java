package io.watchbill.escalation.channel.webhook;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.ChannelSettings;
import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.Message;
import io.watchbill.escalation.channel.NoticeMessage;
import io.watchbill.escalation.channel.OneLine;
import io.watchbill.escalation.channel.OutboundClient;
import io.watchbill.escalation.channel.OutboundGuard;
import io.watchbill.escalation.channel.PermanentFailures;
import io.watchbill.escalation.channel.SendResult;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends POSTs signed by Standard Webhooks; {@code webhook-id} is the delivery's id over all
 * attempts. Only 2xx is success; redirects are not followed. A permanent refusal ends the delivery
 * at once, since another attempt would get the same answer. Internal addresses are out of reach
 * ({@link OutboundGuard}).
 */
@ApplicationScoped
class WebhookChannel implements Channel {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /**
   * Client errors that may pass: time-out, conflict, misdirected, locked, failed dependency, too
   * early, too many.
   */
  private static final Set<Integer> TRANSIENT = Set.of(408, 409, 421, 423, 424, 425, 429);

  /** Moved permanently (301, 308), not implemented, HTTP version not supported. */
  private static final Set<Integer> PERMANENT = Set.of(301, 308, 501, 505);

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
  public String kind() {
    return "webhook";
  }

  @Override
  public boolean isSigned() {
    return true;
  }

  @Override
  public String checkAddress(@Nullable String address) {
    if (address == null || address.length() > 2_000) {
      throw Problem.invalid("/address", "An address of at most 2,000 characters is needed.");
    }
    return url(address).toString();
  }

  private static URI url(String address) {
    try {
      URI url = new URI(address);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean bare = url.getUserInfo() == null && url.getFragment() == null;
      if (web && url.getHost() != null && bare && isPort(url.getPort())) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Falls through to the same answer as an address of another form.
    }
    throw Problem.invalid("/address", "An http or https URL without user or fragment is expected.");
  }

  /** Without one it is the scheme's. */
  private static boolean isPort(int port) {
    return port == -1 || port > 0 && port <= 65_535;
  }

  @Override
  public String provider(String address) {
    return URI.create(address).getHost();
  }

  @Override
  public SendResult send(Message page) {
    String body = json.write(WebhookPage.of(page));
    return send(page.envelope(), body);
  }

  @Override
  public SendResult send(NoticeMessage notice) {
    String body = json.write(WebhookNotice.of(notice));
    return send(notice.envelope(), body);
  }

  private SendResult send(Envelope envelope, String body) {
    try {
      return post(envelope, body)
          .toCompletionStage()
          .toCompletableFuture()
          .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (OutboundGuard.ForbiddenAddressException e) {
      return new SendResult.Refused(requireNonNull(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new SendResult.Refused(
          "cannot be called: " + OneLine.of(String.valueOf(e.getMessage()), 500));
    } catch (UnknownHostException e) {
      return new SendResult.Failed("the host is unknown");
    } catch (TimeoutException e) {
      return new SendResult.Unknown("no answer in " + settings.timeout());
    } catch (ExecutionException e) {
      Throwable cause = requireNonNullElse(e.getCause(), e);
      String detail = OneLine.of(cause.toString(), 500);
      return PermanentFailures.is(cause)
          ? new SendResult.Refused(detail)
          : new SendResult.Failed(detail);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendResult.Failed("interrupted");
    }
  }

  private Future<SendResult> post(Envelope envelope, String body) throws UnknownHostException {
    URI url = URI.create(envelope.address());
    String id = envelope.delivery().toString();
    long timestamp = clock.instant().getEpochSecond();
    String signature = StandardWebhook.sign(requireNonNull(envelope.secret()), id, timestamp, body);
    return client
        .request(HttpMethod.POST, url)
        .map(
            call ->
                call.putHeader("Content-Type", "application/json")
                    .putHeader("webhook-id", id)
                    .putHeader("webhook-timestamp", Long.toString(timestamp))
                    .putHeader("webhook-signature", signature))
        .compose(call -> send(call, id, body));
  }

  private static Future<SendResult> send(HttpClientRequest call, String id, String body) {
    return OutboundClient.answer(call, call.send(body))
        .map(answer -> result(answer, id))
        .otherwise(e -> new SendResult.Unknown("sent, but: " + OneLine.of(String.valueOf(e), 500)));
  }

  private static SendResult result(HttpClientResponse response, String id) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new SendResult.Done("answered " + status, Optional.of(id));
    }
    if (status == 410) {
      return new SendResult.Refused("answered 410: the receiver is gone");
    }
    if (isPermanent(status)) {
      return new SendResult.Refused("answered " + status + ": the receiver refuses it permanently");
    }
    if (status == 502 || status == 504) {
      return new SendResult.Unknown("answered " + status + ": a gateway got no answer");
    }
    return new SendResult.Failed("answered " + status, retryAfter(response));
  }

  private static boolean isPermanent(int status) {
    boolean clientError = status >= 400 && status < 500;
    return clientError ? !TRANSIENT.contains(status) : PERMANENT.contains(status);
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
