package io.watchbill.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private final Violations violations = new Violations();

  @Test
  void nothingIsThrownWithoutViolations() {
    violations.at("/name").unless(true, "a name is required");

    assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void oneProblemNamesEveryPlaceInOrder() {
    violations.at("/layers").item(0).field("turns").add("at least one turn is required");
    violations.at("/name").unless(false, "a name is required");

    Problem problem = catchThrowableOfType(Problem.class, violations::throwIfAny);

    assertThat(problem.error()).isEqualTo(KitError.INVALID);
    assertThat(problem).hasMessage("/layers/0/turns: at least one turn is required.");
    assertThat(problem.violations())
        .containsExactly(
            new Violation("/layers/0/turns", "at least one turn is required"),
            new Violation("/name", "a name is required"));
  }

  @Test
  void namesAreEscapedInPointers() {
    violations.at("").field("a/b~c").add("this field is not known");

    assertThat(violations.all()).extracting(Violation::pointer).containsExactly("/a~1b~0c");
  }

  @Test
  void theFirstHundredAreKept() {
    IntStream.range(0, 1_000).forEach(i -> violations.at("/items").item(i).add("wrong"));

    assertThat(violations.all()).hasSize(Violations.MOST);
    assertThat(violations.all().getLast().pointer()).isEqualTo("/items/99");
  }

  @Test
  void aServiceThrowsItsOwnError() {
    violations.at("/v1/teams/soc").add("is a member");

    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> violations.throwIfAny(KitError.CONFLICT, "Still in use."));

    assertThat(problem.error()).isEqualTo(KitError.CONFLICT);
    assertThat(problem).hasMessage("Still in use.");
  }
}
