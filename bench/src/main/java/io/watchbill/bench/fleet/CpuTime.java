package io.watchbill.bench.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of processes, user and system, in seconds (Linux: 100 ticks a second). */
final class CpuTime {
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuTime() {}

  /** Returns the time of a process. */
  static double of(long pid) {
    return sum(pid, USER, SYSTEM);
  }

  /** Returns the time of a process and of its children, those that have ended, too. */
  static double ofFamily(ProcessHandle parent) {
    return sum(parent.pid(), USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM)
        + parent.children().mapToDouble(child -> of(child.pid())).sum();
  }

  private static double sum(long pid, int... fields) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] all = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double ticks = 0;
      for (int field : fields) {
        ticks += Long.parseLong(all[field]);
      }
      return ticks / 100;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
