package io.watchbill.laptop.proxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies pass while they come; nothing waits for their end, and nothing is kept of them. */
class StreamingTest extends ProxyTest {
  private static final int MIB = 1024 * 1024;
  private static final int BIG = 200 * MIB;

  @Test
  void aBigBodyArrivesWhole() throws Exception {
    AtomicLong received = new AtomicLong();
    incident()
        .answers(
            exchange -> {
              received.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
              PlayedService.answer(exchange, 200, "taken");
            });

    HttpResponse<String> answer =
        http.send(
            to("/v1/ingest/alertmanager")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(BIG)))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.body()).isEqualTo("taken");
    assertThat(received).hasValue(BIG);
  }

  @Test
  void aBigAnswerArrivesWhole() throws Exception {
    incident()
        .answers(
            exchange -> {
              exchange.sendResponseHeaders(200, BIG);
              new Zeros(BIG).transferTo(exchange.getResponseBody());
            });

    HttpResponse<InputStream> answer =
        http.send(to("/v1/incidents").build(), HttpResponse.BodyHandlers.ofInputStream());

    assertThat(answer.body().transferTo(OutputStream.nullOutputStream())).isEqualTo(BIG);
  }

  @Test
  void theBeginningOfABodyArrivesBeforeItsEndIsSent() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    incident()
        .answers(
            exchange -> {
              exchange.getRequestBody().read();
              begun.countDown();
              PlayedService.answer(exchange, 200, "taken");
            });
    try (Wire wire = wire()) {
      wire.head("POST /v1/incidents HTTP/1.1", "Host: h", "Transfer-Encoding: chunked");
      wire.send("1\r\na\r\n");

      assertThat(begun.await(10, SECONDS)).isTrue();
      wire.send("1\r\nb\r\n0\r\n\r\n");
      assertThat(wire.until("taken")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void anEventArrivesWhenItIsSent() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    incident()
        .answers(
            exchange -> {
              event(exchange, 1);
              waitFor(seen);
              event(exchange, 2);
            });
    try (Wire wire = wire()) {
      wire.head("GET /fragments/incident/changes HTTP/1.1", "Host: h", "Accept: text/event-stream");

      assertThat(wire.until("data: 1\n\n")).contains("text/event-stream").doesNotContain("data: 2");
      seen.countDown();
      wire.until("data: 2\n\n");
    }
  }

  @Test
  void aServiceNoticesThatNobodyListensAnyMore() throws Exception {
    AtomicBoolean noticed = new AtomicBoolean();
    incident()
        .answers(
            exchange -> {
              try {
                for (int i = 0; i < 10_000_000; i++) {
                  event(exchange, i);
                }
              } catch (IOException e) {
                noticed.set(true);
              }
            });
    try (Wire wire = wire()) {
      wire.head("GET /status HTTP/1.1", "Host: h");
      wire.until("data: 1\n\n");
    }

    await().atMost(90, SECONDS).untilTrue(noticed);
  }

  @Test
  void whoReadsNothingHoldsTheServiceUpInsteadOfFillingTheMemory() throws Exception {
    AtomicLong written = new AtomicLong();
    incident()
        .answers(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] block = new byte[64 * 1024];
              while (written.get() < BIG) {
                exchange.getResponseBody().write(block);
                written.addAndGet(block.length);
              }
            });
    try (Wire wire = wire()) {
      wire.head("GET /status HTTP/1.1", "Host: h");
      AtomicLong before = new AtomicLong(-1);

      await()
          .atMost(90, SECONDS)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> written.get() > 0 && before.getAndSet(written.get()) == written.get());

      assertThat(written.get()).isLessThan(BIG / 4);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForWhole() {
    incident()
        .answers(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write(new byte[10]);
              exchange.getResponseBody().flush();
              exchange.close();
            });

    assertThatThrownBy(() -> get("/status")).isInstanceOf(IOException.class);
  }

  @Test
  void whoAsksWhetherToSendABodyIsToldSo() throws Exception {
    try (Wire wire = wire()) {
      wire.head(
          "POST /v1/incidents HTTP/1.1", "Host: h", "Content-Length: 2", "Expect: 100-continue");

      assertThat(wire.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      wire.send("{}");
      assertThat(wire.until("incident")).startsWith("HTTP/1.1 200 ");
    }
    assertThat(incident().onlyAsked().headers()).doesNotContainKey("Expect");
  }

  private static void event(HttpExchange exchange, int number) throws IOException {
    if (exchange.getResponseCode() < 0) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
    }
    exchange
        .getResponseBody()
        .write("data: %d\n\n".formatted(number).getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await(10, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {
    private int left;

    Zeros(int length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = Math.min(left, length);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
