package io.watchbill.escalation.messages;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class MessagesPagesIT extends MessagesPagesTest {}
