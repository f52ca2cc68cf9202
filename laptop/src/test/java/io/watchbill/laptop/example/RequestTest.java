package io.watchbill.laptop.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.laptop.api.Api;
import org.junit.jupiter.api.Test;

class RequestTest {
  @Test
  void everyRequestOfTheExampleHasAJsonBody() {
    assertThat(ExampleRequest.all())
        .isNotEmpty()
        .allSatisfy(request -> assertThat(Api.parse(request.body()).isObject()).isTrue());
  }

  @Test
  void everyoneThePolicyNamesIsInARotationOfTheExample() {
    assertThat(ExampleRequest.all())
        .extracting(ExampleRequest::path)
        .contains("/v1/rotations/security", "/v1/rotations/company", "/v1/policies/security");
  }
}
