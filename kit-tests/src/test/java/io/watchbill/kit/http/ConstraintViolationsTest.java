package io.watchbill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.problem.Violation;
import io.watchbill.kit.problem.Violations;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstraintViolationsTest {
  private record Layer(@NotNull(message = "a name is required") String name) {}

  private record Rotation(
      List<@Valid Layer> layers, Map<String, @Size(max = 2, message = "too long") String> texts) {}

  private static List<Violation> violations(Rotation rotation) {
    try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
      return ConstraintViolations.of(
          new ConstraintViolationException(validators.getValidator().validate(rotation)));
    }
  }

  @Test
  void aFieldInAListHasItsPointer() {
    Rotation rotation = new Rotation(List.of(new Layer("weekly"), new Layer(null)), Map.of());

    assertThat(violations(rotation))
        .containsExactly(new Violation("/layers/1/name", "a name is required"));
  }

  @Test
  void keysAreEscaped() {
    Rotation rotation = new Rotation(List.of(), Map.of("a/b", "long"));

    assertThat(violations(rotation)).extracting(Violation::pointer).containsExactly("/texts/a~1b");
  }

  @Test
  void aResponseIsBounded() {
    Rotation rotation = new Rotation(Collections.nCopies(1_000, new Layer(null)), Map.of());

    assertThat(violations(rotation)).hasSize(Violations.MOST);
  }
}
