package io.watchbill.rotation.access;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class KeysPageIT extends KeysPageTest {}
