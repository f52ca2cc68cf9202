package io.watchbill.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart as it stands in the repository. */
final class Chart {
  static final String RELEASE = "watchbill";
  static final String NAMESPACE = "on-call";
  static final List<String> SERVICES = List.of("incident", "rotation", "escalation");
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  static final Path DIRECTORY = REPOSITORY.resolve("helm/watchbill");
  static final YAMLMapper YAML = new YAMLMapper();

  /** Takes the place of {@code helm.sh/hook} in what is rendered. */
  static final String HOOK = "hook.example.org/hook";

  private static final Map<JsonNode, Manifests> RENDERED = new ConcurrentHashMap<>();
  private static final Path WITHOUT_HOOKS = withoutHooks();

  private Chart() {}

  /** Helm on the chart itself. */
  static Helm helm() {
    Cluster.get();
    return new Helm(DIRECTORY);
  }

  /** Renders with the least that must be said, and these values (YAML) over it. */
  static Manifests rendered(String... values) {
    return rendered(file("ci/minimal-values.yaml"), values);
  }

  /** Renders with everything switched on, and these values (YAML) over it. */
  static Manifests withEverything(String... values) {
    return rendered(file("ci/everything-values.yaml"), values);
  }

  /** Renders with the chart's own values and these (YAML) only. */
  static Manifests bare(String... values) {
    return rendered("{}", values);
  }

  /** Renders with a file's values (YAML), and these over it. */
  static Manifests onlyWith(String base, String... values) {
    return rendered(base, values);
  }

  /** Why Helm refuses to render with these values (YAML) over the least that must be said. */
  static String refusal(String... values) {
    try {
      rendered(values);
    } catch (RuntimeException e) {
      return e.getMessage();
    }
    throw new AssertionError("Helm took " + String.join("\n", values));
  }

  static String file(String name) {
    return read(DIRECTORY.resolve(name));
  }

  static JsonNode yaml(String name) {
    return parse(file(name));
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values (YAML) with others over them. */
  static JsonNode merged(String base, String... values) {
    try {
      JsonNode merged = YAML.readTree(base);
      for (String more : values) {
        merged = YAML.readerForUpdating(merged).readValue(more);
      }
      return merged;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifests rendered(String base, String... values) {
    return RENDERED.computeIfAbsent(merged(base, values), Chart::render);
  }

  /** Renders anew, for what depends on the cluster. */
  static Manifests render(JsonNode values) {
    Cluster.get();
    try {
      Path file = Files.createTempFile("values", ".yaml");
      try {
        YAML.writeValue(file.toFile(), values);
        return Manifests.of(
            new Helm(WITHOUT_HOOKS)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.31.0")
                .withValuesFile(file)
                .call());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of the chart whose hooks are ordinary objects: the library leaves hooks out. */
  private static Path withoutHooks() {
    try {
      Path copy = Files.createTempDirectory("chart").resolve("watchbill");
      try (Stream<Path> files = Files.walk(DIRECTORY)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = copy.resolve(DIRECTORY.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.writeString(target, Files.readString(file).replace("helm.sh/hook", HOOK));
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
