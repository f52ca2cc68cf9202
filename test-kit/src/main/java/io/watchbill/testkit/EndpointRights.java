package io.watchbill.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every endpoint of a service declares who may call it. */
public final class EndpointRights {
  /** Style and scripts of the pages, which every service has for everybody. */
  private static final String STYLE = "AssetResource.get";

  private static final List<Class<? extends java.lang.annotation.Annotation>> DECLARATIONS =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  private EndpointRights() {}

  /**
   * Fails unless every endpoint declares a right, itself or by its class, and only the named ones
   * are open to everybody.
   *
   * @param rootPackage of the service
   * @param open the only endpoints without a key, as {@code SimpleClass.method}
   */
  public static void assertAllDeclared(String rootPackage, Set<String> open) {
    List<JavaMethod> endpoints = endpoints(rootPackage);
    if (endpoints.isEmpty()) {
      throw new AssertionError("no endpoint found in " + rootPackage);
    }
    List<String> undeclared =
        endpoints.stream()
            .filter(endpoint -> DECLARATIONS.stream().noneMatch(d -> declares(endpoint, d)))
            .map(EndpointRights::name)
            .toList();
    if (!undeclared.isEmpty()) {
      throw new AssertionError("endpoints without a declared right: " + undeclared);
    }
    List<String> permitted =
        endpoints.stream()
            .filter(endpoint -> declares(endpoint, PermitAll.class))
            .map(EndpointRights::name)
            .filter(name -> !name.equals(STYLE))
            .toList();
    if (!Set.copyOf(permitted).equals(open)) {
      throw new AssertionError("open to everybody are " + permitted + ", expected " + open);
    }
  }

  /** Returns the endpoints of a service, as {@code SimpleClass.method}. */
  public static Set<String> names(String rootPackage) {
    return endpoints(rootPackage).stream().map(EndpointRights::name).collect(Collectors.toSet());
  }

  private static List<JavaMethod> endpoints(String rootPackage) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage, "io.watchbill.kit")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
            .map(JavaClass::getMethods)
            .flatMap(Set::stream)
            .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
            .toList();
  }

  private static boolean declares(
      JavaMethod endpoint, Class<? extends java.lang.annotation.Annotation> declaration) {
    boolean own = DECLARATIONS.stream().anyMatch(endpoint::isAnnotatedWith);
    return own
        ? endpoint.isAnnotatedWith(declaration)
        : endpoint.getOwner().isAnnotatedWith(declaration);
  }

  private static String name(JavaMethod endpoint) {
    return endpoint.getOwner().getSimpleName() + "." + endpoint.getName();
  }
}
