package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.javadoc.Javadoc;
import io.watchbill.kit.setting.KnownSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of settings, {@code docs/settings.md}: its table is made from the sources. */
class SettingsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path REFERENCE = ROOT.resolve("docs/settings.md");
  private static final Path FRESH = Path.of("target", "settings.md");
  private static final String BEGIN = "<!-- made from the sources: begin -->\n";
  private static final String END = "<!-- made from the sources: end -->\n";
  private static final Pattern BY_NAME =
      Pattern.compile("name = \"(watchbill\\.[a-z-]+(?:\\.[a-z-]+)*)\"");
  private static final Pattern NAME = Pattern.compile("`(watchbill\\.[a-z<>.-]+)`");
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
  private static final Pattern LINK = Pattern.compile("\\{@link [^}]*?#?(\\w+)}");

  static {
    StaticJavaParser.getParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21);
  }

  @Test
  void everySettingOfTheSourcesStandsInTheTable() throws IOException {
    String committed = Files.readString(REFERENCE);
    assertThat(committed).contains(BEGIN, END);
    String before = committed.substring(0, committed.indexOf(BEGIN) + BEGIN.length());
    String fresh = before + table() + committed.substring(committed.indexOf(END));
    Files.writeString(FRESH, fresh);

    assertThat(committed.lines().toList())
        .as("if the change is meant: cp kit-tests/%s docs/settings.md", FRESH)
        .isEqualTo(fresh.lines().toList());
  }

  /** Those that are read one by one have no interface to be described at. */
  @Test
  void everySettingThatIsReadByNameIsExplained() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path source : sources("@ConfigProperty")) {
      BY_NAME.matcher(Files.readString(source)).results().map(r -> r.group(1)).forEach(names::add);
    }

    assertThat(names).contains("watchbill.public-url", "watchbill.link-secret");
    String reference = Files.readString(REFERENCE);
    assertThat(names).allSatisfy(name -> assertThat(reference).contains("`" + name + "`"));
  }

  /** Else a service would call it unknown. */
  @Test
  void theServicesKnowEverySettingOfTheReference() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(REFERENCE)) {
      if (line.startsWith("| `")) {
        NAME.matcher(line.split("\\|")[1]).results().map(r -> r.group(1)).forEach(names::add);
      }
    }

    assertThat(KnownSettings.names()).containsExactlyElementsOf(names);
  }

  private static String table() throws IOException {
    TreeMap<String, String> rows = new TreeMap<>();
    for (Path source : sources("@ConfigMapping")) {
      CompilationUnit unit = StaticJavaParser.parse(source);
      for (ClassOrInterfaceDeclaration type : unit.findAll(ClassOrInterfaceDeclaration.class)) {
        annotation(type, "ConfigMapping")
            .ifPresent(
                mapping -> {
                  String prefix = member(mapping, "prefix");
                  rows(unit, type, prefix, service(source), rows);
                });
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| Setting | Default | Read by | Meaning |");
    lines.add("| --- | --- | --- | --- |");
    lines.addAll(rows.values());
    return String.join("\n", lines) + "\n";
  }

  private static void rows(
      CompilationUnit unit,
      ClassOrInterfaceDeclaration type,
      String prefix,
      String service,
      TreeMap<String, String> rows) {
    for (MethodDeclaration method : type.getMethods()) {
      boolean isParent = annotation(method, "WithParentName").isPresent();
      String name = isParent ? prefix : prefix + "." + dashed(method.getNameAsString());
      Optional<Type> values = valuesOfMap(method.getType());
      name = values.isPresent() ? name + ".<name>" : name;
      Optional<ClassOrInterfaceDeclaration> nested =
          values.flatMap(
              value -> unit.getInterfaceByName(value.asString()).or(() -> inner(unit, value)));
      if (nested.isPresent()) {
        rows(unit, nested.get(), name, service, rows);
        continue;
      }
      String fallback =
          annotation(method, "WithDefault")
              .map(with -> "`" + member(with, "value") + "`")
              .orElse(
                  method.getType().asString().startsWith("Optional") || values.isPresent()
                      ? "not set"
                      : "to be set");
      rows.put(
          name,
          "| `%s` | %s | %s | %s |".formatted(name, fallback, service, meaning(method, name)));
    }
  }

  private static Optional<ClassOrInterfaceDeclaration> inner(CompilationUnit unit, Type value) {
    return unit.findFirst(
        ClassOrInterfaceDeclaration.class, one -> one.getNameAsString().equals(value.asString()));
  }

  private static Optional<Type> valuesOfMap(Type type) {
    return type.toClassOrInterfaceType()
        .filter(one -> one.getNameAsString().equals("Map"))
        .flatMap(ClassOrInterfaceType::getTypeArguments)
        .map(arguments -> arguments.get(1));
  }

  private static String meaning(MethodDeclaration method, String name) {
    String text =
        method.getJavadoc().map(Javadoc::getDescription).map(one -> one.toText()).orElse("");
    assertThat(text).as("what %s means", name).isNotBlank();
    text = CODE.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("`$1`");
    text = LINK.matcher(text).replaceAll("$1").replaceFirst("^Returns ", "");
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Optional<AnnotationExpr> annotation(NodeWithAnnotations<?> node, String name) {
    return node.getAnnotationByName(name);
  }

  private static String member(AnnotationExpr annotation, String name) {
    Expression value =
        annotation.isSingleMemberAnnotationExpr()
            ? annotation.asSingleMemberAnnotationExpr().getMemberValue()
            : annotation.asNormalAnnotationExpr().getPairs().stream()
                .filter(pair -> pair.getNameAsString().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    return value.asStringLiteralExpr().asString();
  }

  private static String dashed(String name) {
    return Pattern.compile("[A-Z]")
        .matcher(name)
        .replaceAll(
            found ->
                Matcher.quoteReplacement("-" + found.group().toLowerCase(java.util.Locale.ROOT)));
  }

  private static String service(Path source) {
    String module = source.getName(1).toString();
    return module.equals("service-kit") ? "all" : module.replace("-service", "");
  }

  private static List<Path> sources(String with) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(
              module ->
                  module.getFileName().toString().matches("migrations|service-kit|.*-service"))
          .flatMap(SettingsTest::files)
          .filter(file -> text(file).contains(with))
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> files(Path module) {
    try (Stream<Path> all = Files.walk(module.resolve("src/main/java"))) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
