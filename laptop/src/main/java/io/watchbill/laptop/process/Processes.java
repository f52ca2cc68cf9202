package io.watchbill.laptop.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starting, watching and ending processes of the operating system. */
public final class Processes {
  private Processes() {}

  /**
   * A command line that runs apart from the terminal: Ctrl-C reaches only the launcher, which then
   * ends its children in order.
   */
  public static List<String> apartFromTerminal(List<String> command) {
    List<String> apart =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    apart.addAll(command);
    return apart;
  }

  /** Returns whether the process runs; a zombie does not. */
  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** Terminates the process; kills it after the time-out. */
  public static void end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!awaitEnd(process, patience)) {
      process.destroyForcibly();
      awaitEnd(process, Duration.ofSeconds(5));
    }
  }

  /** Terminates the process, then its remaining children. */
  public static void endTree(ProcessHandle process, Duration patience) {
    List<ProcessHandle> started = process.descendants().toList();
    end(process, patience);
    started.stream().filter(Processes::isRunning).forEach(child -> end(child, patience));
  }

  /** Sends a signal by name, as {@code kill} does. */
  public static void signal(ProcessHandle process, String name) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the process to end; returns false after the time-out. */
  public static boolean awaitEnd(ProcessHandle process, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isRunning(process)) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || !pause(process, Math.min(left, Duration.ofMillis(50).toNanos()))) {
        return !isRunning(process);
      }
    }
    return true;
  }

  private static boolean pause(ProcessHandle process, long nanos) {
    try {
      process.onExit().get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return true;
    } catch (ExecutionException | CompletionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** On Linux a zombie still counts as alive; elsewhere there is no such file. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }
}
