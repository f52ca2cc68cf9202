package io.watchbill.rotation.directory;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class TeamsPageIT extends TeamsPageTest {}
