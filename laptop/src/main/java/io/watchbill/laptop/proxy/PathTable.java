package io.watchbill.laptop.proxy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which paths: the table of the chart, by which its Ingress is made, too. */
public final class PathTable {
  private static final String FILE = "/paths.yaml";
  private static final String FIRST_PAGE = "/";

  /** A segment "." or "..", however it is written: it may lead out of the prefix it stands in. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile(
          "(/|\\\\|%2f|%5c)(\\.|%2e){1,2}(;|%3b|/|\\\\|%2f|%5c|$)", Pattern.CASE_INSENSITIVE);

  private final Map<String, Service> owners;

  private PathTable(Map<String, Service> owners) {
    this.owners = Map.copyOf(owners);
  }

  /** The chart's table, as it was when this program was built. */
  public static PathTable ofChart() {
    try (InputStream stream = requireNonNull(PathTable.class.getResourceAsStream(FILE))) {
      Map<String, List<String>> rows =
          new YAMLMapper().readValue(stream, new TypeReference<Map<String, List<String>>>() {});
      Map<String, Service> owners = new HashMap<>();
      rows.forEach((word, paths) -> paths.forEach(path -> owners.put(path, service(word))));
      return new PathTable(owners);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Service service(String word) {
    return Service.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Returns the service that has a path: the longest prefix of whole segments wins, "/" is only
   * that path. Nobody has a path that services could read as another one.
   *
   * @param path as it was sent, still encoded, without the query
   */
  Optional<Service> owner(String path) {
    if (path.equals(FIRST_PAGE)) {
      return Optional.ofNullable(owners.get(FIRST_PAGE));
    }
    if (!path.startsWith("/") || DOT_SEGMENT.matcher(path).find()) {
      return Optional.empty();
    }
    for (String prefix = path; prefix.length() > 1; prefix = parent(prefix)) {
      Service owner = owners.get(prefix);
      if (owner != null) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
