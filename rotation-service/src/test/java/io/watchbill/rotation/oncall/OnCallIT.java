package io.watchbill.rotation.oncall;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OnCallIT extends OnCallTest {}
