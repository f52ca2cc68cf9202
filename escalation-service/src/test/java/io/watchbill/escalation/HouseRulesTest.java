package io.watchbill.escalation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.watchbill.testkit.EndpointRights;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the build enforces of the house's rules. */
class HouseRulesTest {
  private static final String NULLNESS = "org.jspecify.annotations";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.watchbill.escalation");

  @Test
  void thePlanImportsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("..escalation.plan..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", NULLNESS, "io.watchbill.escalation.plan..")
        .check(CODE);
  }

  @Test
  void packagesDependInOneDirection() {
    slices().matching("io.watchbill.escalation.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void thePlansPackagesDependInOneDirection() {
    slices().matching("io.watchbill.escalation.plan.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void theClockIsAskedNotTheMachine() {
    noClasses().should().callMethod(Instant.class, "now").check(CODE);
  }

  @Test
  void everyEndpointDeclaresItsRightAndOnlyTheLinkIsOpen() {
    EndpointRights.assertAllDeclared(
        "io.watchbill.escalation",
        Set.of("AcknowledgeLinkResource.show", "AcknowledgeLinkResource.acknowledge"));
  }
}
