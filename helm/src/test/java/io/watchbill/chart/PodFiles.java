package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that a container gets out of Secrets, each volume in a directory of this machine. */
final class PodFiles {
  private final Map<String, Path> directories = new LinkedHashMap<>();

  /** Writes them. */
  PodFiles(Manifests installation, JsonNode pod, JsonNode container) throws IOException {
    for (JsonNode mount : container.path("volumeMounts")) {
      for (JsonNode volume : pod.path("volumes")) {
        if (volume.has("secret") && volume.get("name").equals(mount.get("name"))) {
          Path directory = Files.createTempDirectory("volume");
          write(installation, volume.get("secret"), directory);
          directories.put(mount.get("mountPath").asText(), directory);
        }
      }
    }
  }

  private static void write(Manifests installation, JsonNode secret, Path directory)
      throws IOException {
    JsonNode data = installation.one("Secret", secret.get("secretName").asText()).get("data");
    for (JsonNode item : secret.get("items")) {
      Files.write(
          directory.resolve(item.get("path").asText()),
          Base64.getDecoder().decode(data.get(item.get("key").asText()).asText()));
    }
  }

  /** The variables of an environment that name such files, with their places here. */
  Map<String, String> instead(Map<String, String> environment) {
    Map<String, String> instead = new LinkedHashMap<>();
    environment.forEach(
        (name, value) ->
            directories.forEach(
                (place, directory) -> {
                  if (value.contains(place + "/")) {
                    instead.put(name, value.replace(place + "/", directory + "/"));
                  }
                }));
    return instead;
  }
}
