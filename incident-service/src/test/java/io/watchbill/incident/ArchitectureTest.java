package io.watchbill.incident;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.testkit.EndpointRights;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/** Rules about packages. */
class ArchitectureTest {
  private static final String NULLNESS = "org.jspecify.annotations";
  private static final String ROOT = "io.watchbill.incident";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theLifecycleImportsOnlyTheJdk() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".lifecycle")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", NULLNESS, ROOT + ".lifecycle"));
  }

  @Test
  void packagesHaveADirection() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void incidentsKnowNothingOfWhereAlertsComeFrom() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".incident", ROOT + ".timeline", ROOT + ".alert")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".intake", ROOT + ".dialect", ROOT + ".alertmanager"));
  }

  @Test
  void noDialectIsKnownButToItself() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".alertmanager")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".alertmanager"));
  }

  /** What crosses the wire has the fields that the API has. */
  @Test
  void aRecordHasAtMostEightComponentsButOnTheWire() {
    List<String> longOnes =
        CLASSES.stream()
            .filter(type -> type.isRecord())
            .filter(type -> !type.isAnnotatedWith(RegisterForReflection.class))
            .filter(type -> !type.isAnnotatedWith(Schema.class))
            .filter(type -> type.reflect().getRecordComponents().length > 8)
            .map(type -> type.getSimpleName())
            .toList();

    assertThat(longOnes).isEmpty();
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    check(noClasses().should().callMethod(Instant.class, "now"));
  }

  @Test
  void everyEndpointDeclaresItsRight() {
    EndpointRights.assertAllDeclared(
        ROOT,
        Set.of(
            "AppResource.manifest",
            "AppResource.offline",
            "AppResource.serviceWorker",
            "StatusResource.page",
            "StatusResource.status"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
