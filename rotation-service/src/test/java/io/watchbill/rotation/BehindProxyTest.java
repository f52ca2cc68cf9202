package io.watchbill.rotation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.testkit.BehindProxy;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@TestProfile(BehindProxy.Profile.class)
class BehindProxyTest extends BehindProxy {

  @BeforeEach
  void makeKeys() {
    TestKeys.admin();
    TestKeys.viewer();
  }

  @Override
  protected String listed() {
    return "/v1/keys?limit=1";
  }
}
