package io.watchbill.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The colours of the stylesheet can be told apart, by day and by night (WCAG 2.2, 1.4.3 and
 * 1.4.11). Which pairs are in use is read from its rules: a rule that sets a colour and a
 * background is a pair; any other colour of text may stand on every surface.
 */
class ContrastTest {
  private static final double OF_TEXT = 4.5;
  private static final double OF_CONTROLS = 3;

  /** What shows where a control is, or its state: the frame of a field, the focus, what is on. */
  private static final Set<String> CONTROLS = Set.of("faint", "bad", "focus", "strong");

  private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): ([^;]+);");
  private static final Pattern SCHEMES =
      Pattern.compile("light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]+)}");
  private static final Pattern TEXT = Pattern.compile("(?<![\\w-])color: var\\(--([\\w-]+)\\)");
  private static final Pattern BACKGROUND = Pattern.compile("background: var\\(--([\\w-]+)\\)");
  private static final Pattern LITERAL =
      Pattern.compile("(?<![\\w-])(color|background|border[\\w-]*|outline): [^;}]*#");

  /** The preference of the person who looks. */
  enum Scheme {
    LIGHT,
    DARK
  }

  private final String sheet = read();

  @ParameterizedTest
  @EnumSource
  void everyTextCanBeReadOnWhatItStandsOn(Scheme scheme) {
    Map<String, String> tokens = tokens(scheme);
    List<String> weak = new ArrayList<>();

    texts().forEach((text, grounds) -> weak.addAll(weak(tokens, text, grounds, OF_TEXT)));

    assertThat(weak).as("below %s to 1", OF_TEXT).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyControlStandsOut(Scheme scheme) {
    Map<String, String> tokens = tokens(scheme);
    List<String> weak = new ArrayList<>();

    CONTROLS.forEach(token -> weak.addAll(weak(tokens, token, surfaces(), OF_CONTROLS)));

    assertThat(weak).as("below %s to 1", OF_CONTROLS).isEmpty();
  }

  @Test
  void thePairsAreThoseOfTheSheet() {
    assertThat(surfaces()).containsExactly("paper", "raised");
    assertThat(texts())
        .containsEntry("on-strong", Set.of("strong"))
        .containsEntry("link", Set.of("paper", "raised"))
        .containsKeys("ink", "faint", "good", "bad", "p0", "p1", "p2", "p3", "p4");
  }

  /** A colour that is no token would not be checked here, and would not change by night. */
  @Test
  void everyColourIsAToken() {
    assertThat(LITERAL.matcher(sheet).results().map(found -> found.group())).isEmpty();
  }

  @Test
  void contrastIsAsTheStandardHasIt() {
    assertThat(contrast("#ffffff", "#000000")).isEqualTo(21);
    assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.48);
  }

  private static List<String> weak(
      Map<String, String> tokens, String front, Set<String> grounds, double least) {
    return grounds.stream()
        .filter(ground -> contrast(tokens.get(front), tokens.get(ground)) < least)
        .map(
            ground ->
                "%s on %s: %.2f"
                    .formatted(front, ground, contrast(tokens.get(front), tokens.get(ground))))
        .toList();
  }

  /** Each token that colours a text, with the backgrounds that it may have. */
  private Map<String, Set<String>> texts() {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    rules()
        .forEach(
            rule -> {
              Optional<String> ground = found(BACKGROUND, rule);
              found(TEXT, rule)
                  .ifPresent(
                      text ->
                          texts
                              .computeIfAbsent(text, key -> new TreeSet<>())
                              .addAll(ground.map(Set::of).orElseGet(this::surfaces)));
            });
    // Of the page, and so of whatever stands on a surface and has no colour of its own.
    texts.put("ink", surfaces());
    return texts;
  }

  /** The backgrounds on which text of any colour may stand: those of rules that set none. */
  private Set<String> surfaces() {
    Set<String> surfaces = new TreeSet<>();
    surfaces.add("paper");
    rules()
        .filter(rule -> found(TEXT, rule).isEmpty())
        .forEach(rule -> found(BACKGROUND, rule).ifPresent(surfaces::add));
    return surfaces;
  }

  private Stream<String> rules() {
    return RULE.matcher(sheet).results().map(rule -> rule.group(2));
  }

  private static Optional<String> found(Pattern pattern, String rule) {
    Matcher matcher = pattern.matcher(rule);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Map<String, String> tokens(Scheme scheme) {
    Map<String, String> tokens = new LinkedHashMap<>();
    TOKEN
        .matcher(sheet.substring(0, sheet.indexOf('}')))
        .results()
        .forEach(
            token -> {
              Matcher both = SCHEMES.matcher(token.group(2));
              boolean varies = both.matches();
              tokens.put(
                  token.group(1), varies ? both.group(1 + scheme.ordinal()) : token.group(2));
            });
    return tokens;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int from) {
    double part = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String read() {
    try (InputStream stream = Asset.class.getResourceAsStream("/assets/watchbill.css")) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
