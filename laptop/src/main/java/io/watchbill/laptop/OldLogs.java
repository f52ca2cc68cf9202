package io.watchbill.laptop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Rotates large logs at a start. */
final class OldLogs {
  private static final long LARGE = 20L << 20;

  private OldLogs() {}

  /** Renames each large log, replacing the one renamed before. */
  static void makeWay(Path logs) {
    try (Stream<Path> files = Files.list(logs)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        if (Files.size(log) > LARGE) {
          Files.move(
              log,
              log.resolveSibling(log.getFileName() + ".old"),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
