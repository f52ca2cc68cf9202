package io.watchbill.escalation.policy;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PolicyIT extends PolicyTest {}
