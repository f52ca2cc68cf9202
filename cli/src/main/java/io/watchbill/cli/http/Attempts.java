package io.watchbill.cli.http;

import io.watchbill.cli.config.Connection;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a request again while its service does not answer or is too busy: what changes nothing, and
 * what has a key by which the service knows a repeat.
 */
final class Attempts {
  private static final List<Duration> WAITS =
      List.of(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3));
  private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);
  private static final int LONGEST_WAIT = 10;

  private final Connection connection;
  private final Transport transport;
  private final Pause pause;

  Attempts(Connection connection, Transport transport, Pause pause) {
    this.connection = connection;
    this.transport = transport;
    this.pause = pause;
  }

  Answer send(Call call) {
    try {
      for (Duration wait : WAITS) {
        Optional<Answer> answer = attempt(call);
        if (answer.isPresent() && !isWorthAnother(call, answer.get())) {
          return answer.get();
        }
        pause.of(answer.flatMap(Attempts::retryAfter).orElse(wait));
      }
      return transport.send(call);
    } catch (IOException e) {
      throw unreachable(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.FAILED, "interrupted", e);
    }
  }

  /** Returns nothing when no answer came, and another attempt may be made. */
  private Optional<Answer> attempt(Call call) throws IOException, InterruptedException {
    try {
      return Optional.of(transport.send(call));
    } catch (HttpTimeoutException e) {
      // Who has waited that long does not want to wait three times more.
      throw e;
    } catch (ConnectException e) {
      if (isUnknownHost(e)) {
        throw e;
      }
      return Optional.empty();
    } catch (IOException e) {
      if (!call.mayBeRepeated()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean isWorthAnother(Call call, Answer answer) {
    return call.mayBeRepeated()
        && TRANSIENT.contains(answer.status())
        && answer.header("Retry-After").map(Attempts::seconds).orElse(0) <= LONGEST_WAIT;
  }

  private static Optional<Duration> retryAfter(Answer answer) {
    return answer.header("Retry-After").map(Attempts::seconds).map(Duration::ofSeconds);
  }

  private static int seconds(String header) {
    return header.matches("\\d{1,6}") ? Integer.parseInt(header) : 1;
  }

  private Failure unreachable(Call call, IOException e) {
    URI address = connection.addresses().of(call.service());
    StringBuilder message = new StringBuilder(address.toString());
    if (e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)) {
      message.append(" did not answer in time");
    } else if (isUnknownHost(e)) {
      message.append(" is not reachable: its name is not known");
    } else if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      message.append(" is not reachable");
    } else {
      message.append(" is not reachable: ").append(e.getMessage());
    }
    if (!call.mayBeRepeated() && !(e instanceof ConnectException)) {
      message.append("; whether it was done is not known, look before you try again");
    }
    message.append(
        connection.laptop() ? "; start it with ./watchbill up" : "; check the URL and the network");
    return new Failure(ExitCode.UNREACHABLE, message.toString(), e);
  }

  private static boolean isUnknownHost(IOException e) {
    return e.getCause() instanceof UnresolvedAddressException
        || (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException);
  }
}
