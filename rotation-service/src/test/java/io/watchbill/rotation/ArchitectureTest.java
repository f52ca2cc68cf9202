package io.watchbill.rotation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String NULLNESS = "org.jspecify.annotations";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.watchbill.rotation");

  @Test
  void theCalendarKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("..calendar..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", NULLNESS, "io.watchbill.rotation.calendar..")
        .check(CLASSES);
  }

  @Test
  void theCalendarsPackagesDependOnEachOtherInOneDirection() {
    slices()
        .matching("io.watchbill.rotation.calendar.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void exchangesKnowNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("..exchange..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", NULLNESS, "io.watchbill.rotation.exchange..")
        .check(CLASSES);
  }

  @Test
  void theCalendarReadsNoClock() {
    noClasses()
        .that()
        .resideInAPackage("..calendar..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CLASSES);
  }

  @Test
  void nobodyReadsTheSystemClock() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices().matching("io.watchbill.rotation.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void peopleAndTeamsKnowNothingOfShifts() {
    noClasses()
        .that()
        .resideInAnyPackage("..rotation.person..", "..rotation.team..", "..rotation.input..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..rotation.rotation..", "..rotation.shift..", "..oncall..", "..override..")
        .check(CLASSES);
  }
}
