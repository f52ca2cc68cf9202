package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Forwarding headers count only as far as a trusted proxy has written them. Each service's test
 * extends this one.
 */
public abstract class BehindProxy {
  private static final String PROXY = "127.0.0.9";
  private static final String SECOND_PROXY = "10.20.30.40";

  /** More failures than any source may have at once. */
  private static final int MANY = 40;

  private int guesses;

  /** Two proxies are trusted: the one that connects, and the network of one before it. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "watchbill.http.behind-proxy",
          "true",
          "watchbill.http.trusted-proxies",
          PROXY + ",10.20.0.0/16");
    }
  }

  /** A path that answers a viewer with a header {@code Link}: a list of which there is more. */
  protected abstract String listed();

  @Test
  void whoIsNoProxyCannotSayThatTheyAreSomebodyElse() {
    for (int i = 0; i < MANY; i++) {
      guess("127.0.0.8", "X-Forwarded-For: 198.51.100." + i + "\r\nForwarded: for=198.51.100." + i);
    }

    assertThat(guess("127.0.0.8", "X-Forwarded-For: 198.51.100.200")).isEqualTo(429);
    assertThat(guess("127.0.0.7", "X-Forwarded-For: 127.0.0.8")).isEqualTo(401);
  }

  @Test
  void aTrustedProxyDistinguishesCallers() {
    for (int i = 0; i < MANY; i++) {
      guess(PROXY, "X-Forwarded-For: 203.0.113.1");
    }

    assertThat(guess(PROXY, "X-Forwarded-For: 203.0.113.1")).isEqualTo(429);
    assertThat(guess(PROXY, "X-Forwarded-For: 203.0.113.2")).isEqualTo(401);
  }

  @Test
  void whatACallerHasSentBeforeTheProxyAddsToItDoesNotCount() {
    for (int i = 0; i < MANY; i++) {
      guess(PROXY, "X-Forwarded-For: 198.51.100." + i + ", 203.0.113.3");
      guess(
          PROXY,
          "X-Forwarded-For: 192.0.2."
              + i
              + "\r\nX-Forwarded-For: 203.0.113.4:5"
              + i
              + ", "
              + SECOND_PROXY);
    }

    assertThat(guess(PROXY, "X-Forwarded-For: 203.0.113.3")).isEqualTo(429);
    assertThat(guess(PROXY, "X-Forwarded-For: 203.0.113.4")).isEqualTo(429);
    assertThat(guess(PROXY, "X-Forwarded-For: 198.51.100.1")).isEqualTo(401);
    assertThat(guess(PROXY, "X-Forwarded-For: 192.0.2.1")).isEqualTo(401);
  }

  @Test
  void textThatIsNoAddressIsTheProxysOwn() {
    for (int i = 0; i < MANY; i++) {
      guess(PROXY, "X-Forwarded-For: nobody-" + i + ".example");
    }

    assertThat(guess(PROXY, "X-Forwarded-For: localhost")).isEqualTo(429);
    assertThat(guess(PROXY, "X-Forwarded-For: 203.0.113.5")).isEqualTo(401);
  }

  @Test
  void linksAreMadeFromNothingThatARequestSays() {
    for (String from : new String[] {PROXY, "127.0.0.8"}) {
      try (RawConnection connection = RawConnection.openFrom(from)) {
        connection.send(
            "GET "
                + listed()
                + " HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer "
                + TestKeys.admin()
                + "\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher"
                + "\r\nX-Forwarded-Port: 666\r\nX-Forwarded-Prefix: /evil"
                + "\r\nX-Forwarded-For: 203.0.113.6"
                + "\r\nForwarded: host=evil.example;proto=gopher;for=203.0.113.6\r\n\r\n");
        String answer = connection.answer();

        assertThat(answer).contains(" 200 ").contains("Link: </v1/");
        assertThat(answer).doesNotContain("evil", "gopher", "666");
      }
    }
  }

  /** Asks with a key that does not exist, another each time. */
  private int guess(String from, String headers) {
    try (RawConnection connection = RawConnection.openFrom(from)) {
      connection.send(
          "GET "
              + listed()
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer wb_"
              + "%012d".formatted(++guesses)
              + "_00000000000000000000000000000000\r\n"
              + headers
              + "\r\n\r\n");
      return connection.status();
    }
  }
}
