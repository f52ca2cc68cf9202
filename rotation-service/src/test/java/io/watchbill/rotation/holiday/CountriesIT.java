package io.watchbill.rotation.holiday;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CountriesIT extends CountriesTest {}
