package io.watchbill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.problem.Problem;
import org.junit.jupiter.api.Test;

/** The fields of a form. */
class FormTest {

  @Test
  void fieldsAreDecoded() {
    Form form = Form.of("key=wb_1&return=%2Fincidents%3Fa%3Db&text=a+%C3%BC&empty=");

    assertThat(form.get("key")).contains("wb_1");
    assertThat(form.get("return")).contains("/incidents?a=b");
    assertThat(form.get("text")).contains("a ü");
    assertThat(form.get("empty")).contains("");
    assertThat(form.get("other")).isEmpty();
  }

  @Test
  void ofAFieldThatIsThereTwiceTheFirstCounts() {
    assertThat(Form.of("a=1&a=2").get("a")).contains("1");
  }

  @Test
  void nothingIsAFormWithoutFields() {
    assertThat(Form.of("").get("a")).isEmpty();
    assertThat(Form.of("&&=&a").get("a")).isEmpty();
  }

  @Test
  void whatCannotBeDecodedIsRefused() {
    assertThatThrownBy(() -> Form.of("a=%zz")).isInstanceOf(Problem.class);
  }
}
