package io.watchbill.incident;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EndpointsIT extends EndpointsTest {}
