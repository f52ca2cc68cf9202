package io.watchbill.laptop;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pages that the escalation-service prints, read from the end of its log as it grows. Reading
 * the log instead of a pipe lets the service live on when the launcher is killed.
 */
public final class PageLines {
  private static final String PREFIX = "PAGE ";

  private final Path log;
  private long position;

  /** Begins at the present end of the log. */
  public PageLines(Path log) throws IOException {
    this.log = log;
    this.position = Files.exists(log) ? Files.size(log) : 0;
  }

  /** The pages printed since the last call, whole lines only. */
  public List<String> next() throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    byte[] bytes = readOn();
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> pages = new ArrayList<>();
    text.lines().filter(line -> line.startsWith(PREFIX)).forEach(pages::add);
    return pages;
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
