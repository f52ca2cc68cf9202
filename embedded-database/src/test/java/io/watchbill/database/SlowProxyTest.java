package io.watchbill.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line that can be made long, before a server that says everything back. */
@Timeout(60)
class SlowProxyTest {
  private final Echo server = new Echo("");
  private final SlowProxy proxy = SlowProxy.before(server.port());

  @AfterEach
  void closeAll() throws IOException {
    proxy.close();
    server.listener.close();
  }

  @Test
  void everythingArrivesInItsOrder() throws Exception {
    byte[] much = new byte[4 << 20];
    new Random(1).nextBytes(much);
    try (Socket client = connect()) {
      proxy.delay(Duration.ofMillis(3), Duration.ofMillis(1));
      CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> all(client));
      client.getOutputStream().write(much);
      client.shutdownOutput();
      assertThat(answer.join()).isEqualTo(much);
    }
  }

  @Test
  void eachWayTakesItsDelayLonger() throws Exception {
    try (Socket client = connect()) {
      assertThat(say(client, "now")).isEqualTo("now");
      assertThat(timeOfAnAnswer(client, Duration.ofMillis(200), Duration.ZERO))
          .isGreaterThanOrEqualTo(Duration.ofMillis(200));
      assertThat(timeOfAnAnswer(client, Duration.ZERO, Duration.ofMillis(150)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(150));
      assertThat(timeOfAnAnswer(client, Duration.ofMillis(60), Duration.ofMillis(70)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(130));
    }
  }

  @Test
  void aRoundTripIsSharedByBothWays() throws Exception {
    try (Socket client = connect()) {
      proxy.roundTrip(Duration.ofMillis(101));
      long begin = System.nanoTime();
      say(client, "question");
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(101_000_000);
    }
  }

  @Test
  void theLineIsLongButNotNarrow() throws Exception {
    try (Socket client = connect()) {
      proxy.delay(Duration.ofMillis(500), Duration.ZERO);
      long begin = System.nanoTime();
      for (int word = 0; word < 100; word++) {
        client.getOutputStream().write("word".getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
      }
      client.getInputStream().readNBytes(400);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));
    }
  }

  @Test
  void whatExistsStaysWhereItIsWhenItLeadsElsewhere() throws Exception {
    Echo other = new Echo("other ");
    try (Socket before = connect()) {
      say(before, "one");
      proxy.leadTo(other.port());
      try (Socket after = connect()) {
        assertThat(new String(after.getInputStream().readNBytes(6), StandardCharsets.US_ASCII))
            .isEqualTo("other ");
        assertThat(say(before, "two")).isEqualTo("two");
      }
    } finally {
      other.listener.close();
    }
  }

  @Test
  void aCutBreaksWhatExistsAndNothingElse() throws Exception {
    try (Socket before = connect()) {
      say(before, "one");
      proxy.cut();
      assertThat(isOver(before)).isTrue();
      try (Socket after = connect()) {
        assertThat(say(after, "two")).isEqualTo("two");
      }
    }
  }

  @Test
  void aServerThatIsAwayClosesTheConnection() throws Exception {
    // Bound and not listening: nobody else gets the port, not even who connects to it.
    try (Socket away = new Socket()) {
      away.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (SlowProxy before = SlowProxy.before(away.getLocalPort());
          Socket client = connect(before)) {
        assertThat(isOver(client)).isTrue();
      }
    }
  }

  @Test
  void aServerThatGoesAwayIsSeenByItsClient() throws Exception {
    try (Socket client = connect()) {
      say(client, "one");
      server.accepted.close();
      assertThat(isOver(client)).isTrue();
    }
  }

  private Duration timeOfAnAnswer(Socket client, Duration toServer, Duration toClient)
      throws IOException {
    proxy.delay(toServer, toClient);
    long begin = System.nanoTime();
    say(client, "question");
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private Socket connect() throws IOException {
    return connect(proxy);
  }

  private static Socket connect(SlowProxy to) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), to.port());
    client.setSoTimeout(20_000);
    return client;
  }

  private static String say(Socket client, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
    client.getOutputStream().write(bytes);
    return new String(client.getInputStream().readNBytes(bytes.length), StandardCharsets.US_ASCII);
  }

  private static boolean isOver(Socket client) {
    try {
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static byte[] all(Socket client) {
    try {
      return client.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Greets, and then says everything back. */
  private static final class Echo {
    private final ServerSocket listener;
    private volatile Socket accepted;

    private Echo(String greeting) {
      try {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      Thread.ofVirtual().start(() -> accept(greeting));
    }

    private int port() {
      return listener.getLocalPort();
    }

    private void accept(String greeting) {
      try {
        while (!listener.isClosed()) {
          Socket client = listener.accept();
          accepted = client;
          Thread.ofVirtual().start(() -> echo(client, greeting));
        }
      } catch (IOException e) {
        // The test is over.
      }
    }

    private static void echo(Socket client, String greeting) {
      try (client) {
        client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
        client.getInputStream().transferTo(client.getOutputStream());
      } catch (IOException e) {
        // The client went away.
      }
    }
  }
}
