package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Somebody who may only read and asks for as much as they can: bodies in chunks and without end,
 * many that almost end, questions that take long and whose answers are huge. Nobody's page may wait
 * for that, and no process may end by it.
 */
final class HostileViewer {
  private static final int CHUNKED_AT_ONCE = 24;
  private static final int CHUNKED_MIB = 15;
  private static final int UNFINISHED_AT_ONCE = 260;
  private static final int UNFINISHED_BYTES = (1 << 20) - 1_024;
  private static final int POLICY_TESTS_AT_ONCE = 4;
  private static final int DRY_RUNS_AT_ONCE = 16;
  private static final int PATIENCE_MILLIS = 10_000;

  /** A text within a JSON document that does not come to its end. */
  private static final byte[] FILLING = filling();

  private final Function<Service, URI> addresses;
  private final String key;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * One who has done nothing yet.
   *
   * @param addresses where each service is reached
   * @param key of a viewer
   */
  HostileViewer(Function<Service, URI> addresses, String key) {
    this.addresses = addresses;
    this.key = key;
  }

  private interface Attack {
    void once() throws IOException;
  }

  /** Does to a service for a while whatever a viewer can, all at once. */
  void attack(Service service, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      repeat(executor, end, CHUNKED_AT_ONCE, () -> sendChunked(service));
      repeat(executor, end, UNFINISHED_AT_ONCE, () -> sendAlmostAll(service));
      if (service == Service.ESCALATION) {
        repeat(executor, end, POLICY_TESTS_AT_ONCE, () -> ask(service, "tests", policyTests()));
        repeat(executor, end, DRY_RUNS_AT_ONCE, () -> ask(service, "dry-run", dryRun()));
      }
      Fleet.pause(Duration.ofNanos(end - System.nanoTime()));
    } finally {
      executor.shutdownNow();
      open.forEach(HostileViewer::close);
      executor.close();
    }
  }

  private static void repeat(ExecutorService executor, long end, int atOnce, Attack attack) {
    for (int i = 0; i < atOnce; i++) {
      executor.submit(
          () -> {
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
              try {
                attack.once();
              } catch (IOException e) {
                // That is a service's right; the next try follows.
                Fleet.pause(Duration.ofMillis(50));
              }
            }
          });
    }
  }

  /** One body of many chunks, to its end. */
  void sendChunked(Service service) throws IOException {
    try (Socket socket = connect(service)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(path(service, "tests"), "Transfer-Encoding: chunked"));
      out.write(bytes("d\r\n{\"policy\": \"a\r\n"));
      for (int sent = 0; sent < CHUNKED_MIB << 20; sent += FILLING.length) {
        out.write(bytes(Integer.toHexString(FILLING.length) + "\r\n"));
        out.write(FILLING);
        out.write(bytes("\r\n"));
      }
      out.write(bytes("2\r\n\"}\r\n0\r\n\r\n"));
      answer(socket);
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  /** The last bytes never come. */
  private void sendAlmostAll(Service service) throws IOException {
    try (Socket socket = connect(service)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(path(service, "tests"), "Content-Length: " + UNFINISHED_BYTES));
      out.write(bytes("{\"policy\": \"a"));
      for (int left = UNFINISHED_BYTES - 100; left > 0; left -= FILLING.length) {
        out.write(FILLING, 0, Math.min(left, FILLING.length));
      }
      answer(socket);
      Fleet.pause(Duration.ofMillis(100));
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  private void ask(Service service, String what, String body) throws IOException {
    byte[] bytes = bytes(body);
    try (Socket socket = connect(service)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(path(service, what), "Content-Length: " + bytes.length));
      out.write(bytes);
      answer(socket);
    } finally {
      open.removeIf(Socket::isClosed);
    }
  }

  /** Reads the answer until the service closes the connection. */
  private static void answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[65_536];
    int read = 0;
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  private Socket connect(Service service) throws IOException {
    URI address = addresses.apply(service);
    Socket socket = new Socket();
    open.add(socket);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
    return socket;
  }

  private byte[] head(String path, String length) {
    return bytes(
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Connection: close\r
        %s\r
        \r
        """
            .formatted(path, key, length));
  }

  private static String path(Service service, String question) {
    return switch (service) {
      case INCIDENT -> "/v1/incidents";
      case ROTATION -> "/v1/feeds";
      case ESCALATION -> "/v1/policies/proof/" + question;
    };
  }

  /** Thousands of repetitions, and many tests none of which holds. */
  private static String policyTests() {
    String step =
        """
        {"name":"%s","notify":[{"person":"alice"}],"repeat":{"every":"PT1M","times":99}}
        """
            .strip()
            .formatted("a".repeat(60));
    String test =
        """
        {"name":"all","at":"2026-12-24T02:00:00Z","facts":{"severity":"P1","acknowledgeSla":"PT1H"},
         "within":"P1D","expect":[{"paged":"nobody","after":"PT1S"}]}
        """
            .strip();
    return "{\"policy\":{\"name\":\"All\",\"steps\":[%s]},\"tests\":[%s]}"
        .formatted(many(step, 50), many(test, 120));
  }

  private static String dryRun() {
    return """
        {"facts":{"severity":"P1","acknowledgeSla":"PT1H","tags":["legal","both","held"]},
         "at":"2026-12-24T02:00:00Z"}
        """;
  }

  private static String many(String one, int times) {
    return String.join(",", Collections.nCopies(times, one));
  }

  private static byte[] filling() {
    byte[] filling = new byte[65_536];
    Arrays.fill(filling, (byte) 'a');
    return filling;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }
}
