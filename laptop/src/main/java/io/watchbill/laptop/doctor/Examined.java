package io.watchbill.laptop.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a service answered when it was asked what is wrong with it.
 *
 * @param version of its program; empty when it did not say
 * @param publicUrl where people reach Watchbill, as it believes; empty when it did not say
 */
record Examined(
    Service service, Optional<String> version, Optional<URI> publicUrl, List<Line> lines) {
  private static final String CHECK = "answer";

  /** Asks a service. Whatever comes, or nothing, becomes lines. */
  static Examined ask(Service service, URI base, String key) {
    String path = base.getRawPath().replaceFirst("/+$", "") + "/v1/doctor/" + service.word();
    try {
      return of(service, base, new Api(base, key).get(path));
    } catch (UncheckedIOException e) {
      return failed(
          service,
          "%s does not answer (%s).".formatted(base, why(e)),
          "See whether it runs, and whether that is its URL.",
          "docs/runbooks/WatchbillAbsent.md");
    }
  }

  private static String why(UncheckedIOException e) {
    return Optional.ofNullable(e.getCause())
        .map(
            cause ->
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()))
        .orElse("no answer");
  }

  static Examined of(Service service, URI base, Api.Answer answer) {
    return switch (answer.status()) {
      case 200 -> examined(service, base, answer.body());
      case 401 ->
          failed(
              service,
              "%s does not know this key.".formatted(base),
              "Use the key of an admin of this installation.",
              "docs/operating.md#keys-and-secrets");
      case 403 ->
          failed(
              service,
              "%s knows this key, but it may not ask.".formatted(base),
              "Use a key with the right admin for all teams.",
              "docs/operating.md#keys-and-secrets");
      case 404 ->
          failed(
              service,
              "%s has nobody to ask for this service.".formatted(base),
              "See whether that is its URL, and whether it runs this release.",
              "docs/operating.md#doctor");
      case 503 ->
          failed(
              service,
              "%s cannot answer now (503): it needs its database to check the key.".formatted(base),
              "See whether Postgres answers.",
              "docs/runbooks/WatchbillDatabaseDown.md");
      default ->
          failed(
              service,
              "%s answered %d.".formatted(base, answer.status()),
              "See whether that is its URL, and read its log.",
              "docs/operating.md#doctor");
    };
  }

  private static Examined examined(Service service, URI base, JsonNode body) {
    if (!body.path("findings").isArray()) {
      return failed(
          service,
          "%s answers, but not as Watchbill does.".formatted(base),
          "See whether that is its URL.",
          "docs/operating.md#doctor");
    }
    return new Examined(
        service,
        Optional.of(body.path("version").asText()),
        Optional.of(body.path("publicUrl").asText()).flatMap(Examined::url),
        body.path("findings").valueStream().map(one -> Line.of(service.word(), one)).toList());
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Examined failed(Service service, String text, String advice, String page) {
    return new Examined(
        service,
        Optional.empty(),
        Optional.empty(),
        List.of(Line.of(service.word(), Verdict.FAIL, CHECK, text, advice, page)));
  }
}
