package io.watchbill.laptop;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The lines that a service prints, read from the end of its log as it grows. Reading the log
 * instead of a pipe lets the service live on when the launcher is killed.
 */
public final class LogLines {
  private final Path log;
  private final String prefix;
  private long position;

  private LogLines(Path log, String prefix) throws IOException {
    this.log = log;
    this.prefix = prefix;
    this.position = Files.exists(log) ? Files.size(log) : 0;
  }

  /** Returns all lines from the current end of the log on. */
  public static LogLines all(Path log) throws IOException {
    return new LogLines(log, "");
  }

  /** The pages that the escalation-service prints, from the present end of its log. */
  public static LogLines pages(Path log) throws IOException {
    return new LogLines(log, "PAGE ");
  }

  /** The lines printed since the last call, whole lines only. */
  public List<String> next() throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    byte[] bytes = readOn();
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.lines().filter(line -> line.startsWith(prefix)).toList();
  }

  private byte[] readOn() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      if (file.length() < position) {
        position = 0;
      }
      byte[] bytes = new byte[(int) Math.min(file.length() - position, 1 << 20)];
      file.seek(position);
      file.readFully(bytes);
      int end = lastLineEnd(bytes);
      position += end;
      return Arrays.copyOf(bytes, end);
    }
  }

  private static int lastLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end == 0 && bytes.length == 1 << 20 ? bytes.length : end;
  }
}
