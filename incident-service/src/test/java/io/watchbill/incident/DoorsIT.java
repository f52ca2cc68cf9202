package io.watchbill.incident;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DoorsIT extends DoorsTest {}
