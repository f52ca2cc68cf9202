package io.watchbill.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Alerts that come in one after the other, and a person who acknowledges each page by its link at
 * once. Both try again what was not answered or was answered 5xx, as Alertmanager does; every 4xx
 * is kept as a refusal.
 */
final class AlertTraffic implements AutoCloseable {
  private static final int PAUSE = 300;

  private final Api intake;
  private final WebhookReceiver receiver;
  private final AtomicInteger accepted = new AtomicInteger();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final Set<String> pressed = new HashSet<>();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

  private final ScheduledFuture<?> sending;

  AlertTraffic(Api intake, WebhookReceiver receiver) {
    this.intake = intake;
    this.receiver = receiver;
    this.sending = threads.scheduleWithFixedDelay(this::send, 0, PAUSE, TimeUnit.MILLISECONDS);
    threads.scheduleWithFixedDelay(this::acknowledge, 0, PAUSE, TimeUnit.MILLISECONDS);
  }

  /** Returns how many alerts were accepted, each of which opens an incident. */
  int accepted() {
    return accepted.get();
  }

  /** Returns what was answered 4xx, and so is not tried again. */
  List<String> refusals() {
    return refusals;
  }

  /** Sends no further alert; one that is under way is counted if it is accepted. */
  void stopSending() {
    sending.cancel(false);
  }

  private void send() {
    if (isDone("alert", this::post)) {
      accepted.incrementAndGet();
    }
  }

  private int post() {
    return intake.post("/v1/ingest/alertmanager", alert(accepted.get())).status();
  }

  private void acknowledge() {
    for (JsonNode page : receiver.pages()) {
      String link = page.path("acknowledge").asText();
      if (!pressed.contains(link) && isDone("link", () -> Link.in(link).press())) {
        pressed.add(link);
      }
    }
  }

  private interface Call {
    int status() throws IOException, InterruptedException;
  }

  private boolean isDone(String what, Call call) {
    try {
      int status = call.status();
      if (status / 100 == 4) {
        refusals.add(what + ": " + status);
      }
      return status == 200;
    } catch (IOException | UncheckedIOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String alert(int number) {
    return """
        {"version": "4", "groupKey": "{}:{number=\\"%1$d\\"}", "status": "firing",
         "receiver": "watchbill", "groupLabels": {"number": "%1$d"},
         "commonLabels": {"alertname": "Traffic"}, "commonAnnotations": {}, "externalURL": "",
         "alerts": [{"status": "firing", "labels": {"alertname": "Traffic", "number": "%1$d"},
           "annotations": {}, "startsAt": "2026-01-01T00:00:00Z",
           "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "", "fingerprint": "%1$016x"}]}
        """
        .formatted(number);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
