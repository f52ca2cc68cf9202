package io.watchbill.rotation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EndpointsIT extends EndpointsTest {}
