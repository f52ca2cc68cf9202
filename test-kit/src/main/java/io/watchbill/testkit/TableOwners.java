package io.watchbill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which package owns which table: its SQL, and no other, names the table. Keywords of SQL are
 * written in capitals, which tells them from the words of comments.
 */
public final class TableOwners {
  private static final Pattern USED =
      Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TRUNCATE|LOCK TABLE)\\s+([a-z][a-z_.]*)");
  private static final Pattern CHANGED =
      Pattern.compile(
          "CREATE (?:OR REPLACE )?(?:UNLOGGED )?(?:TABLE|VIEW)\\s+(?:IF NOT EXISTS )?([a-z_.]+)"
              + "|ALTER TABLE\\s+([a-z_.]+)\\s+RENAME TO\\s+([a-z_.]+)"
              + "|DROP TABLE\\s+(?:IF EXISTS )?([a-z_.]+)");
  private static final Pattern GLUED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern VERSION = Pattern.compile("V(\\d+)__");

  private final Map<String, String> owners;

  private TableOwners(Map<String, String> owners) {
    this.owners = owners;
  }

  /** Owners by table: folders below those of the sources, such as {@code incident}. */
  public static TableOwners of(Map<String, String> owners) {
    return new TableOwners(Map.copyOf(owners));
  }

  /** Returns the uses of tables outside of their packages: {@code folder/Class table}. */
  public Set<String> foreignUses(Path sources) {
    Set<String> foreign = new TreeSet<>();
    for (Path file : files(sources, ".java")) {
      String place = sources.relativize(file).toString().replace('\\', '/').replace(".java", "");
      tables(file)
          .filter(table -> isForeign(place, table))
          .forEach(table -> foreign.add(place + " " + table));
    }
    return foreign;
  }

  private boolean isForeign(String place, String table) {
    String owner = owners.get(table);
    return owner != null && !place.startsWith(owner + "/");
  }

  private static Stream<String> tables(Path file) {
    String joined = GLUED.matcher(text(file)).replaceAll("");
    return USED.matcher(joined).results().map(use -> use.group(1));
  }

  /** Returns the tables and views that migrations leave behind and that nobody owns. */
  public Set<String> ownerless(Path migrations) {
    Set<String> left = created(migrations);
    left.removeAll(owners.keySet());
    return left;
  }

  /** Returns the tables and views that migrations leave behind. */
  public static Set<String> created(Path migrations) {
    Set<String> tables = new TreeSet<>();
    for (Path file : files(migrations, ".sql")) {
      Matcher change = CHANGED.matcher(text(file));
      while (change.find()) {
        apply(change, tables);
      }
    }
    return tables;
  }

  private static void apply(Matcher change, Set<String> tables) {
    if (change.group(1) != null) {
      tables.add(change.group(1));
    } else if (change.group(2) != null) {
      tables.remove(change.group(2));
      tables.add(change.group(3));
    } else {
      tables.remove(change.group(4));
    }
  }

  /** Migrations in the order in which they run. */
  private static List<Path> files(Path root, String suffix) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(suffix))
          .sorted(Comparator.comparingInt(TableOwners::version).thenComparing(Path::toString))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path file) {
    Matcher version = VERSION.matcher(file.getFileName().toString());
    return version.lookingAt() ? Integer.parseInt(version.group(1)) : 0;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
