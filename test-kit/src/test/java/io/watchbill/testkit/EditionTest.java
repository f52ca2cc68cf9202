package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.http.Edition;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"\"3\"", "*", "\"1\", \"3\"", "W/\"3\"", " \"3\" "})
  void whoNamesThePresentEditionOrNonePasses(String ifMatch) {
    assertThatCode(() -> Edition.check(ifMatch, Edition.tag(3))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "3", "", "\"33\"", "three"})
  void whoNamesAnotherIsRefused(String ifMatch) {
    assertThatThrownBy(() -> Edition.check(ifMatch, Edition.tag(3)))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.error()).isEqualTo(KitError.PRECONDITION_FAILED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "*"})
  void whatDoesNotExistHasNoEdition(String ifMatch) {
    assertThatThrownBy(() -> Edition.check(ifMatch, null)).isInstanceOf(Problem.class);
  }

  @Test
  void answersOfTheSameTextHaveTheSameDigest() {
    assertThat(Edition.digest("a"))
        .isEqualTo(Edition.digest("a"))
        .isNotEqualTo(Edition.digest("b"));
  }
}
