package io.watchbill.incident.incident;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class IncidentIT extends IncidentTest {}
