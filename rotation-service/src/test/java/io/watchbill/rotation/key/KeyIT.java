package io.watchbill.rotation.key;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyIT extends KeyTest {}
