package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTagTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"\"3\"", "*", "\"1\", \"3\"", "W/\"3\"", " \"3\" "})
  void whoNamesThePresentEditionOrNonePasses(String ifMatch) {
    assertThatCode(() -> RevisionTag.check(ifMatch, RevisionTag.tag(3))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "3", "", "\"33\"", "three"})
  void whoNamesAnotherIsRefused(String ifMatch) {
    assertThatThrownBy(() -> RevisionTag.check(ifMatch, RevisionTag.tag(3)))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.error()).isEqualTo(KitError.PRECONDITION_FAILED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "*"})
  void whatDoesNotExistHasNoEdition(String ifMatch) {
    assertThatThrownBy(() -> RevisionTag.check(ifMatch, null)).isInstanceOf(Problem.class);
  }

  @Test
  void answersOfTheSameTextHaveTheSameDigest() {
    assertThat(RevisionTag.digest("a"))
        .isEqualTo(RevisionTag.digest("a"))
        .isNotEqualTo(RevisionTag.digest("b"));
  }
}
