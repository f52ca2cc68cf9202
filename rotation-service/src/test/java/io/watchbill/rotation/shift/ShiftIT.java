package io.watchbill.rotation.shift;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ShiftIT extends ShiftTest {}
