package io.watchbill.escalation.reach;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class ContactsPageIT extends ContactsPageTest {}
