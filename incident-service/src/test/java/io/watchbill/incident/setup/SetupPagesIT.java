package io.watchbill.incident.setup;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class SetupPagesIT extends SetupPagesTest {}
