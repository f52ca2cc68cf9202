package io.watchbill.laptop.doctor;

import io.watchbill.kit.finding.Verdict;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What only somebody sees who has asked all services, from outside. */
final class Agreement {
  private Agreement() {}

  static List<Line> of(List<Examined> all) {
    List<Line> lines = new ArrayList<>();
    versions(all).ifPresent(lines::add);
    publicUrls(all).ifPresent(lines::add);
    all.stream()
        .filter(one -> one.service() == Service.INCIDENT)
        .flatMap(one -> one.publicUrl().stream())
        .forEach(url -> lines.add(reached(url)));
    return lines;
  }

  private static Optional<Line> versions(List<Examined> all) {
    Set<String> versions =
        all.stream()
            .flatMap(one -> one.version().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        versions.size() == 1
            ? Line.ok(
                Line.HERE, "versions", "All that answer are of " + versions.iterator().next() + ".")
            : Line.of(
                Line.HERE,
                Verdict.WARN,
                "versions",
                "The services are of different releases: %s."
                    .formatted(String.join(", ", versions)),
                "Finish the update.",
                "docs/operating.md#how-it-behaves"));
  }

  private static Optional<Line> publicUrls(List<Examined> all) {
    Set<String> urls =
        all.stream()
            .flatMap(one -> one.publicUrl().stream())
            .map(URI::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    return urls.size() < 2
        ? Optional.empty()
        : Optional.of(
            Line.of(
                Line.HERE,
                Verdict.FAIL,
                "public-url",
                "The services believe in different URLs: %s.".formatted(String.join(", ", urls)),
                "Give all the same watchbill.public-url.",
                "docs/settings.md"));
  }

  /** From this machine, which need not be where people are. */
  private static Line reached(URI publicUrl) {
    String status = publicUrl.getRawPath().replaceFirst("/+$", "") + "/status";
    boolean answers = false;
    try {
      answers = Api.withoutKey(publicUrl).get(status).status() == 200;
    } catch (UncheckedIOException e) {
      // Said below.
    }
    return answers
        ? Line.ok(Line.HERE, "public-url", publicUrl + " answers.")
        : Line.of(
            Line.HERE,
            Verdict.WARN,
            "public-url",
            publicUrl + "/status does not answer from here: links in pages may lead nowhere.",
            "See whether it is the URL that people use, and try it where they are.",
            "docs/operating.md#network");
  }
}
