package io.watchbill.escalation.ladder;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class PolicyTestsPageIT extends PolicyTestsPageTest {}
