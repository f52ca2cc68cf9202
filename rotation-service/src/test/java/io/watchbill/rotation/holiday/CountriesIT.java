package io.watchbill.rotation.holiday;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class CountriesIT extends CountriesTest {}
