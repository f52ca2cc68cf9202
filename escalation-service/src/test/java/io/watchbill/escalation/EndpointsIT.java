package io.watchbill.escalation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EndpointsIT extends EndpointsTest {}
