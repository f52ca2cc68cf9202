package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects of Kubernetes, as a chart or a build describes them. */
record Manifests(List<JsonNode> objects) {

  static Manifests of(String yaml) {
    List<JsonNode> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> documents =
        Chart.YAML.readerFor(JsonNode.class).readValues(yaml)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document.isObject()) {
          objects.add(document);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Manifests(objects);
  }

  /** These and others. */
  Manifests and(Manifests others) {
    return new Manifests(Stream.concat(objects.stream(), others.objects.stream()).toList());
  }

  List<JsonNode> all(String kind) {
    return objects.stream().filter(o -> o.path("kind").asText().equals(kind)).toList();
  }

  /** The only object of this kind and name. */
  JsonNode one(String kind, String name) {
    List<JsonNode> found =
        all(kind).stream().filter(o -> o.at("/metadata/name").asText().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " objects " + kind + " " + name);
    }
    return found.getFirst();
  }

  /** The container of a service. */
  JsonNode container(String service) {
    return one("Deployment", Chart.RELEASE + "-" + service).at("/spec/template/spec/containers/0");
  }

  /** The pods that are made of these objects. */
  List<JsonNode> pods() {
    return Stream.concat(all("Deployment").stream(), all("Job").stream())
        .map(o -> o.at("/spec/template/spec"))
        .toList();
  }

  /** All containers of all pods. */
  List<JsonNode> containers() {
    return pods().stream().flatMap(Manifests::containers).toList();
  }

  /** The containers of a pod in the order in which they run. */
  static Stream<JsonNode> containers(JsonNode pod) {
    List<JsonNode> containers = new ArrayList<>();
    pod.path("initContainers").forEach(containers::add);
    pod.path("containers").forEach(containers::add);
    return containers.stream();
  }

  /** A container's environment: what is set, and where it comes from. */
  static Map<String, JsonNode> env(JsonNode container) {
    Map<String, JsonNode> env = new LinkedHashMap<>();
    for (JsonNode entry : container.path("env")) {
      if (env.put(entry.get("name").asText(), entry) != null) {
        throw new AssertionError(entry.get("name") + " is set twice");
      }
    }
    return env;
  }
}
