package io.watchbill.escalation.policy;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class PolicyIT extends PolicyTest {}
