package io.watchbill.rotation.history;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class HistoryPageIT extends HistoryPageTest {}
