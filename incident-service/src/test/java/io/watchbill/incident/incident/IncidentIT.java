package io.watchbill.incident.incident;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IncidentIT extends IncidentTest {}
