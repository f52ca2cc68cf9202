package io.watchbill.systemtests;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of axe-core, all of them: WCAG 2.2 to level AA and what is good practice besides. */
final class Axe {
  private static final String LIBRARY = script();

  /** Rules that are off unless they are asked for, too, but for the contrast of level AAA. */
  private static final String RUN =
      """
      async (tags) => {
        const rules = {};
        for (const rule of axe.getRules(tags)) {
          rules[rule.ruleId] = {enabled: rule.ruleId !== 'color-contrast-enhanced'};
        }
        for (const rule of axe.getRules()) {
          rules[rule.ruleId] = rules[rule.ruleId] || {enabled: false};
        }
        const result = await axe.run(document, {rules, resultTypes: ['violations']});
        if (result.passes.length + result.incomplete.length + result.violations.length === 0) {
          throw new Error('no rule of axe fitted the page');
        }
        return JSON.stringify(result.violations);
      }
      """;

  private Axe() {}

  /** What is wrong with a page: the rule, what to do, and where. */
  static List<String> violations(Page page) {
    return violations(page, List.of());
  }

  /** What is wrong with its colours only: all that changes with the colour scheme. */
  static List<String> violationsOfColors(Page page) {
    return violations(page, List.of("cat.color"));
  }

  private static List<String> violations(Page page, List<String> tags) {
    if ((boolean) page.evaluate("() => !window.axe")) {
      page.evaluate(LIBRARY);
    }
    try {
      return new ObjectMapper()
          .readTree((String) page.evaluate(RUN, tags))
          .valueStream()
          .map(Axe::said)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(JsonNode violation) {
    return "%s: %s, at %s"
        .formatted(
            violation.path("id").asText(),
            violation.path("help").asText(),
            violation.path("nodes").valueStream().map(node -> node.path("html").asText()).toList());
  }

  private static String script() {
    try (InputStream stream = requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
