package io.watchbill.laptop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Keeps the logs from growing for ever: at a start, what has become large makes way. */
final class OldLogs {
  private static final long LARGE = 20L << 20;

  private OldLogs() {}

  /** Renames each large log, over the one that made way the last time. */
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
