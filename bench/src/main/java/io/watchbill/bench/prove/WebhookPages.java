package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.WebhookProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that the webhook provider took. */
final class WebhookPages {
  private static final Pattern CASE = Pattern.compile("case-(\\d{6})");

  private WebhookPages() {}

  /** Lets people read them as they come, until the thread is interrupted. */
  static void readTo(People people, WebhookProvider provider) {
    int seen = 0;
    while (!Thread.currentThread().isInterrupted()) {
      List<WebhookProvider.Taken> taken = List.copyOf(provider.taken());
      for (; seen < taken.size(); seen++) {
        WebhookProvider.Taken page = taken.get(seen);
        number(page).ifPresent(number -> people.read(Case.of(number), person(page), page));
      }
      Fleet.pause(Duration.ofMillis(50));
    }
  }

  /** Without notices of shifts. */
  static List<ReceivedPage> handed(WebhookProvider provider) {
    return provider.taken().stream()
        .filter(taken -> number(taken).isPresent())
        .map(WebhookPages::handed)
        .toList();
  }

  private static ReceivedPage handed(WebhookProvider.Taken taken) {
    return new ReceivedPage(
        number(taken).orElseThrow(),
        person(taken),
        "webhook",
        taken.body().path("data").path("page").asText(),
        taken.id(),
        taken.body().path("data").path("outcomeUnknown").asBoolean(),
        taken.at());
  }

  private static String person(WebhookProvider.Taken taken) {
    return taken.body().path("data").path("person").asText();
  }

  private static Optional<Integer> number(WebhookProvider.Taken taken) {
    Matcher matcher = CASE.matcher(taken.body().path("data").path("title").asText());
    return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }
}
