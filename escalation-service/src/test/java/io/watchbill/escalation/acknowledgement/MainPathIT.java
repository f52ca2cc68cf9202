package io.watchbill.escalation.acknowledgement;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MainPathIT extends MainPathTest {}
