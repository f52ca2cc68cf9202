package io.watchbill.laptop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The directory that holds everything of one installation: data, secrets, logs, marks of running
 * processes.
 *
 * <p>The running launcher holds the lock. The operating system releases it with the process,
 * however it ends: a held lock means a living launcher.
 */
public record DataDirectory(Path root) {
  private static final String MARK = "watchbill-data";

  /** Where {@code ./watchbill prove} puts what it saw. */
  private static final String EVIDENCE = "prove";

  /** A lock is lost with its channel, and a channel that nothing refers to is closed. */
  private static final Set<FileLock> HELD = ConcurrentHashMap.newKeySet();

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path run() {
    return root.resolve("run");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path binaries() {
    return root.resolve("postgres-binaries");
  }

  public boolean exists() {
    return Files.exists(root.resolve(MARK));
  }

  /**
   * Makes the directory and its parts.
   *
   * @throws Refusal if there is something else in its place, or it cannot be written
   */
  public void prepare() {
    try {
      if (!exists() && Files.exists(root) && !isEmpty()) {
        throw new Refusal(
            root + " is not empty and holds no Watchbill data; choose another with --data");
      }
      for (Path part : List.of(root, logs(), secrets(), run(), binaries())) {
        Files.createDirectories(part);
      }
      Access.ownerOnly(root);
      Access.ownerOnly(secrets());
      Files.writeString(root.resolve(MARK), "Data of Watchbill. `./watchbill reset` deletes it.\n");
    } catch (IOException e) {
      throw new Refusal(root + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Takes the lock, unless a living launcher holds it. It ends with this process. */
  @SuppressWarnings("resource") // the channel is the lock; it lives as long as the process
  public Optional<FileLock> tryLock() {
    if (!Files.isDirectory(run())) {
      return Optional.empty();
    }
    try {
      FileChannel channel =
          FileChannel.open(
              run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      } else {
        HELD.add(lock);
      }
      return Optional.ofNullable(lock);
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Refusal(root + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Returns whether a launcher runs this installation. */
  public boolean isLocked() {
    if (!Files.isDirectory(run())) {
      return false;
    }
    Optional<FileLock> lock = tryLock();
    lock.ifPresent(DataDirectory::release);
    return lock.isEmpty();
  }

  /** Releases the lock. */
  public static void release(FileLock lock) {
    HELD.remove(lock);
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes everything; nothing to delete is fine. */
  public void delete() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Refusal(root + " could not be deleted: " + e.getMessage(), e);
    }
  }

  /** The evidence of {@code ./watchbill prove} does not count. */
  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.allMatch(root.resolve(EVIDENCE)::equals);
    }
  }
}
