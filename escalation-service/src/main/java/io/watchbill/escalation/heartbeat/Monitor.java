package io.watchbill.escalation.heartbeat;

import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.watchbill.escalation.channel.OutboundClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Calls the outside monitor. Its URL may be a secret, so it is never logged. */
@Startup
@ApplicationScoped
class Monitor {
  private static final Logger LOG = Logger.getLogger(Monitor.class);
  private static final int PATIENCE_SECONDS = 15;

  private final OutboundClient client;
  private final HeartbeatSettings settings;

  Monitor(OutboundClient client, HeartbeatSettings settings) {
    this.client = client;
    this.settings = settings;
    settings.url().ifPresent(Monitor::check);
  }

  /** Calls the monitor; returns whether it answered 2xx. */
  boolean accepts() {
    try {
      int status =
          client
              .request(HttpMethod.GET, settings.url().orElseThrow())
              .compose(Monitor::send)
              .toCompletionStage()
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (status < 200 || status > 299) {
        LOG.warnf("the monitor did not accept the heartbeat: it answered %d", status);
      }
      return status >= 200 && status <= 299;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.warnf("the monitor was not reached: %s", cause.getClass().getSimpleName());
      return false;
    }
  }

  private static Future<Integer> send(HttpClientRequest call) {
    return OutboundClient.answer(call, call.send()).map(HttpClientResponse::statusCode);
  }

  private static void check(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new IllegalStateException("watchbill.heartbeat.url is not an http or https URL");
    }
  }
}
