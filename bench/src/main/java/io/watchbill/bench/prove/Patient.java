package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.laptop.api.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks again what a service could not do now, or what it did not answer: the machine is busy. */
final class Patient {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration MOST = Duration.ofMinutes(3);

  private Patient() {}

  /** For three minutes at most; then the last answer is what counts. */
  static Api.Answer ask(Supplier<Api.Answer> question) {
    long end = System.nanoTime() + MOST.toNanos();
    while (true) {
      try {
        Api.Answer answer = question.get();
        if (answer.status() != 503 || System.nanoTime() > end) {
          return answer;
        }
      } catch (UncheckedIOException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
      Fleet.pause(PAUSE);
    }
  }
}
