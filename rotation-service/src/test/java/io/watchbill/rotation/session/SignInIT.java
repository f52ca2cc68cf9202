package io.watchbill.rotation.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SignInIT extends SignInTest {}
