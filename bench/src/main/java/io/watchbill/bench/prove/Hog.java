package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes from the machine what the services need. A process of its own, so that it takes nothing of
 * this one's memory and threads, and one that ends by itself, should this one be gone.
 */
final class Hog implements AutoCloseable {
  private static final int THREADS_A_PROCESSOR = 8;
  private static final int BLOCK = 4 << 20;
  private static final int BLOCKS = 16;

  /** Nobody has taken anything from it for longer. */
  private static final Duration MOST = Duration.ofMinutes(1);

  private final Process process;

  private Hog(String... what) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Hog.class.getName()));
    command.addAll(List.of(what));
    try {
      process = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wants so many times all processors that little is left for anybody else. */
  static Hog ofProcessors() {
    return new Hog("processors");
  }

  /** Writes to the disk without a pause, and waits each time until it is there. */
  static Hog ofDisk(Path directory) {
    return new Hog("disk", directory.toString());
  }

  /** Returns whether it is still at it. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** How much of the processors it has taken so far. */
  Duration used() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The process itself: {@code processors}, or {@code disk} and a directory. */
  public static void main(String[] what) throws IOException {
    Thread end =
        new Thread(
            () -> {
              Fleet.pause(MOST);
              Runtime.getRuntime().halt(0);
            });
    end.setDaemon(true);
    end.start();
    if (what[0].equals("disk")) {
      write(Path.of(what[1]));
    } else {
      int threads = THREADS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
      for (int thread = 0; thread < threads; thread++) {
        new Thread(Hog::burn).start();
      }
    }
  }

  private static void burn() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  /** Over and over the same few blocks of one file, which nobody sees. */
  private static void write(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "hog", "");
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
      Files.deleteIfExists(file);
      for (long number = 0; ; number++) {
        block.clear();
        channel.write(block, number % BLOCKS * BLOCK);
        channel.force(true);
      }
    }
  }
}
