package io.watchbill.escalation.paging;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class PagingFragmentsIT extends PagingFragmentsTest {}
