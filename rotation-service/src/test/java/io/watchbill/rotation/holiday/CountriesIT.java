package io.watchbill.rotation.holiday;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.DisabledOnIntegrationTest.ArtifactType;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Looks for what an executable lacks: a jar answers as {@link CountriesTest} does. */
@QuarkusIntegrationTest
@DisabledOnIntegrationTest(value = "asks an executable only", forArtifactTypes = ArtifactType.JAR)
class CountriesIT extends CountriesTest {}
