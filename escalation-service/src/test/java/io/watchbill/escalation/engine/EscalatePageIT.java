package io.watchbill.escalation.engine;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class EscalatePageIT extends EscalatePageTest {}
