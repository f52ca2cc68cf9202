package io.watchbill.kit.page;

import io.quarkus.runtime.Startup;
import io.watchbill.kit.http.PublicUrl;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The style, scripts and pictures of the pages. Each service serves its own: two releases side by
 * side need different ones.
 */
@Startup
@Singleton
@Named("assets")
public class Assets {
  private final Map<String, Asset> byName;
  private final Map<String, Asset> byFile;
  private final String folder;

  Assets(
      @ConfigProperty(name = "quarkus.application.name") String application, PublicUrl publicUrl) {
    this.byName =
        Stream.of(
                "watchbill.css",
                "watchbill.js",
                "htmx.min.js",
                "icon.svg",
                "icon-192.png",
                "icon-512.png",
                "icon-maskable.png")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Asset::read));
    this.byFile =
        byName.values().stream()
            .collect(Collectors.toUnmodifiableMap(Asset::file, Function.identity()));
    this.folder = publicUrl.reference("/assets/" + application.replaceFirst("-service$", "") + "/");
  }

  /** Returns where a file is found, for templates. */
  public String path(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("there is no asset " + name);
    }
    return folder + asset.file();
  }

  Optional<Asset> find(String file) {
    return Optional.ofNullable(byFile.get(file));
  }
}
