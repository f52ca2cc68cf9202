package io.watchbill.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  private static List<String> diff(String before, String after) {
    return TextDiff.of(before, after).stream()
        .map(line -> line.kind() + " " + line.text())
        .toList();
  }

  @Test
  void linesThatDifferStandBetweenThoseAroundThem() {
    assertThat(diff("a\nb\nc\nd\ne\nf\ng\nh", "a\nb\nc\nd\nE\nf\ng\nh"))
        .containsExactly(
            "SAME b", "SAME c", "SAME d", "REMOVED e", "ADDED E", "SAME f", "SAME g", "SAME h");
  }

  @Test
  void farApartChangesHaveWhatIsLeftOutBetweenThem() {
    String before = IntStream.range(0, 20).mapToObj(i -> "x" + i).collect(Collectors.joining("\n"));

    assertThat(diff(before, "new\n" + before + "\nlast"))
        .containsExactly(
            "ADDED new",
            "SAME x0",
            "SAME x1",
            "SAME x2",
            "LEFT_OUT ⋯",
            "SAME x17",
            "SAME x18",
            "SAME x19",
            "ADDED last");
  }

  @Test
  void theSameTextHasNoDifference() {
    assertThat(diff("a\nb", "a\nb")).isEmpty();
    assertThat(diff("", "")).isEmpty();
  }

  @Test
  void everythingIsNewOrGoneWhereTooMuchWouldBeCompared() {
    String before = lines("a", 2_000);
    String after = lines("b", 2_000);

    assertThat(TextDiff.of(before, after)).hasSize(4_000);
  }

  private static String lines(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining("\n"));
  }
}
