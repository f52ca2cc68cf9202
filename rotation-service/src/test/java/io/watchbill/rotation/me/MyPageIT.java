package io.watchbill.rotation.me;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class MyPageIT extends MyPageTest {}
