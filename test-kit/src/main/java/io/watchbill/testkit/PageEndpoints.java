package io.watchbill.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The endpoints of a service that its OpenAPI does not show: its pages, fragments of pages, and
 * forms, but for those that are open to everybody.
 */
final class PageEndpoints {
  private final String rootPackage;

  /**
   * @param rootPackage of the service
   */
  PageEndpoints(String rootPackage) {
    this.rootPackage = rootPackage;
  }

  /** The paths of pages and fragments, with names for what varies in them. */
  Set<String> pages() {
    return paths(GET.class);
  }

  /** The paths of forms. */
  Set<String> forms() {
    return paths(POST.class);
  }

  private Set<String> paths(Class<? extends Annotation> method) {
    Set<String> paths = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage)
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(type -> paths(type, method))
            .forEach(path -> paths.add(path.isEmpty() ? "/" : path));
    return paths;
  }

  /** Those of its own and those that it inherits. */
  private static Stream<String> paths(JavaClass type, Class<? extends Annotation> method) {
    return type.getAllMethods().stream()
        .filter(endpoint -> endpoint.isAnnotatedWith(method) && isHidden(endpoint))
        .filter(endpoint -> !isOpen(endpoint))
        .map(endpoint -> path(type) + path(endpoint));
  }

  private static boolean isHidden(JavaMethod endpoint) {
    return endpoint.isAnnotatedWith(Operation.class)
        && endpoint.getAnnotationOfType(Operation.class).hidden();
  }

  private static boolean isOpen(JavaMethod endpoint) {
    return Stream.of(endpoint, endpoint.getOwner())
        .anyMatch(one -> one.isAnnotatedWith(PermitAll.class));
  }

  /** Begins with a slash, unless it is empty; does not end with one. */
  private static String path(CanBeAnnotated annotated) {
    if (!annotated.isAnnotatedWith(Path.class)) {
      return "";
    }
    String path =
        annotated instanceof JavaClass type
            ? type.getAnnotationOfType(Path.class).value()
            : ((JavaMethod) annotated).getAnnotationOfType(Path.class).value();
    String plain = path.replaceAll("^/|/$", "");
    return plain.isEmpty() ? "" : "/" + plain;
  }
}
