package io.watchbill.incident.intake;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AlertmanagerIntakeIT extends AlertmanagerIntakeTest {}
