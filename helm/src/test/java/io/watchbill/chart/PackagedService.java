package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the build of a service, or of the migrations, leaves.
 *
 * @param name of its component in the chart: {@code incident}, {@code rotation}, {@code escalation}
 *     or {@code migration}
 */
record PackagedService(String name) {
  private static final String MIGRATION = "migration";
  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

  static Stream<PackagedService> all() {
    return Chart.SERVICES.stream().map(PackagedService::new);
  }

  /** The services and the migrations: all that have an image. */
  static Stream<PackagedService> withImages() {
    return Stream.concat(all(), Stream.of(new PackagedService(MIGRATION)));
  }

  /** The program of a container. */
  static PackagedService of(JsonNode container) {
    return new PackagedService(container.get("name").asText().replaceFirst("-service$", ""));
  }

  Path module() {
    return Chart.REPOSITORY.resolve(toString());
  }

  /** A file under the module's {@code target}. */
  Path built(String path) {
    Path file = module().resolve("target").resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          file + " is missing: package the programs before, with ./mvnw package -DskipTests");
    }
    return file;
  }

  /** The native executable. */
  Path executable() {
    try (Stream<Path> files = Files.list(built(""))) {
      return files.filter(f -> f.toString().endsWith("-runner")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Manifests generated() {
    return Manifests.of(Chart.read(built("kubernetes/kubernetes.yml")));
  }

  /** Whether a setting under this name changes the service when it starts. */
  Predicate<String> knowsVariable() {
    Set<String> quarkus = quarkusVariables();
    Predicate<String> own = ownVariables();
    return variable ->
        variable.startsWith("QUARKUS_") ? quarkus.contains(variable) : own.test(variable);
  }

  /** Variables of the extensions inside that are read at start, by their own documentation. */
  private Set<String> quarkusVariables() {
    Set<String> variables = new HashSet<>();
    try (Stream<Path> jars = Files.list(built("quarkus-app/lib/main"))) {
      for (Path jar : jars.filter(p -> p.getFileName().toString().contains("quarkus")).toList()) {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
          Path model = content.getPath(MODEL);
          if (Files.exists(model)) {
            collect(Chart.YAML.readTree(Files.readString(model)), variables);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return variables;
  }

  private static void collect(JsonNode node, Set<String> variables) {
    if (node.path("phase").asText().equals("RUN_TIME") && node.has("path")) {
      variables.add(node.at("/path/environmentVariable").asText());
    }
    node.forEach(child -> collect(child, variables));
  }

  /** Variables that the sources of the service and of the kit, or of the migrations, ask for. */
  private Predicate<String> ownVariables() {
    Set<String> variables = new HashSet<>();
    List<Predicate<String>> mappings = new java.util.ArrayList<>();
    List<Path> modules =
        name.equals(MIGRATION)
            ? List.of(module())
            : List.of(module(), Chart.REPOSITORY.resolve("service-kit"));
    for (Path sources : modules) {
      try (Stream<Path> files = Files.walk(sources.resolve("src/main"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = file.toString();
          if (path.endsWith(".properties")) {
            find("(?m)^(?:%[a-z]+\\.)?([a-z][^=]*)=", Chart.read(file), variables);
            find("\\$\\{([a-z][a-z.-]*)", Chart.read(file), variables);
          } else if (path.endsWith(".java")) {
            String source = Chart.read(file);
            find("@ConfigProperty\\(\\s*name = \"([^\"]+)\"", source, variables);
            Set<String> prefixes = new HashSet<>();
            find("@ConfigMapping\\(prefix = \"([^\"]+)\"", source, prefixes);
            prefixes.forEach(prefix -> mappings.add(v -> isMapped(v, prefix, source)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return variable ->
        variables.contains(variable) || mappings.stream().anyMatch(m -> m.test(variable));
  }

  private static void find(String regex, String text, Set<String> variables) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    while (matcher.find()) {
      variables.add(variable(matcher.group(1)));
    }
  }

  /** Whether one of the interface's methods stands behind what follows the prefix. */
  private static boolean isMapped(String variable, String prefix, String source) {
    if (!variable.startsWith(prefix + "_")) {
      return false;
    }
    String rest = variable.substring(prefix.length() + 1);
    return Pattern.compile("(\\w+)\\(\\)")
        .matcher(source)
        .results()
        .map(method -> method.group(1).replaceAll("([A-Z])", "-$1"))
        .map(PackagedService::variable)
        .anyMatch(method -> rest.equals(method) || rest.startsWith(method + "_"));
  }

  private static String variable(String property) {
    return property.strip().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name.equals(MIGRATION) ? "migrations" : name + "-service";
  }
}
