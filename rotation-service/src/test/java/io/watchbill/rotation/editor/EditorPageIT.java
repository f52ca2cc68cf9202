package io.watchbill.rotation.editor;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@Tag("native")
class EditorPageIT extends EditorPageTest {}
