package io.watchbill.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.json.Json;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that a service registers the types that its native executable needs. Quarkus finds types
 * in the signatures of endpoints; all others that Jackson reads or writes must be registered one by
 * one. Types that are only written are found here when they are a {@code …View} or part of a
 * registered type; types that Jackson reads are always found.
 */
public final class NativeRegistrations {
  private static final String OURS = "io.watchbill";
  private static final Set<String> READERS =
      Set.of("read", "convert", "readEntity", "readValue", "treeToValue", "convertValue");

  private NativeRegistrations() {}

  /** Fails, with their names, when types are missing. */
  public static void assertComplete(String rootPackage) {
    Collection<JavaClass> classes =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage, "io.watchbill.kit")
                .stream()
                .toList();
    Set<JavaClass> registered =
        classes.stream().flatMap(NativeRegistrations::registrations).collect(Collectors.toSet());
    Set<JavaClass> inSignatures = new HashSet<>();
    classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
        .flatMap(NativeRegistrations::signature)
        .forEach(type -> collect(type, inSignatures));
    Set<String> missing =
        Stream.of(
                classes.stream().flatMap(NativeRegistrations::read),
                classes.stream().filter(type -> type.getSimpleName().endsWith("View")),
                registered.stream().flatMap(NativeRegistrations::parts))
            .flatMap(types -> types)
            .filter(ours().and(type -> !registered.contains(type) && !inSignatures.contains(type)))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (registered.isEmpty() || !missing.isEmpty()) {
      throw new AssertionError("no @RegisterForReflection for " + missing);
    }
  }

  private static Stream<JavaClass> registrations(JavaClass type) {
    if (!type.isAnnotatedWith(RegisterForReflection.class)) {
      return Stream.empty();
    }
    Object targets =
        type.getAnnotationOfType(RegisterForReflection.class.getName()).get("targets").orElse(null);
    return targets instanceof JavaClass[] others && others.length > 0
        ? Stream.of(others)
        : Stream.of(type);
  }

  /** The types that a class names where it lets Jackson read. */
  private static Stream<JavaClass> read(JavaClass type) {
    return type.getReferencedClassObjects().stream()
        .filter(named -> reads(named.getOwner()))
        .map(named -> named.getRawType());
  }

  private static boolean reads(JavaCodeUnit code) {
    return code.getMethodCallsFromSelf().stream()
        .map(call -> call.getTarget())
        .anyMatch(
            called ->
                READERS.contains(called.getName())
                    && Stream.of(Json.class, ObjectMapper.class, Response.class)
                        .anyMatch(called.getOwner()::isAssignableTo));
  }

  private static Stream<JavaType> signature(JavaMethod method) {
    return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
  }

  private static Stream<JavaClass> parts(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .map(JavaField::getType)
        .flatMap(part -> part.getAllInvolvedRawTypes().stream());
  }

  private static void collect(JavaType signature, Set<JavaClass> found) {
    signature.getAllInvolvedRawTypes().stream()
        .filter(ours())
        .filter(found::add)
        .forEach(type -> parts(type).filter(ours()).forEach(part -> collect(part, found)));
  }

  /** Enumerations are known by their use. */
  private static Predicate<JavaClass> ours() {
    return type -> type.getPackageName().startsWith(OURS) && !type.isEnum() && !type.isInterface();
  }
}
