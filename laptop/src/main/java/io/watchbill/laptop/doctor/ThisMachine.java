package io.watchbill.laptop.doctor;

import io.watchbill.kit.finding.Verdict;
import io.watchbill.laptop.Installation;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is to be seen of an installation on this machine without asking it. */
final class ThisMachine {
  private static final long MIB = 1024L * 1024;
  private static final long SCARCE = 1024;
  private static final long TOO_LITTLE = 100;
  private static final String PAGE = "README.md";

  private final Installation installation;

  ThisMachine(Installation installation) {
    this.installation = installation;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Path root = installation.data().root();
    if (!Files.isDirectory(root)) {
      lines.add(failed("launcher", "There is no installation in %s.".formatted(root)));
      return lines;
    }
    lines.add(space(free(root), root));
    if (!installation.isRunning()) {
      lines.add(failed("launcher", "Watchbill is not running on %s.".formatted(root)));
      return lines;
    }
    lines.add(Line.ok(Line.HERE, "launcher", "Watchbill is running on %s.".formatted(root)));
    for (Service service : Service.values()) {
      lines.add(process(service));
    }
    return lines;
  }

  private static Line failed(String check, String text) {
    return Line.of(
        Line.HERE,
        Verdict.FAIL,
        check,
        text,
        "Start it by ./watchbill up; one of a cluster is asked with --url.",
        PAGE);
  }

  private Line process(Service service) {
    return installation
        .mark(service)
        .find()
        .map(
            process ->
                Line.ok(
                    Line.HERE, "process", service.module() + " is process " + process.pid() + "."))
        .orElseGet(
            () ->
                Line.of(
                    Line.HERE,
                    Verdict.FAIL,
                    "process",
                    service.module() + " has no process.",
                    "See why in ./watchbill logs " + service.word() + ".",
                    PAGE));
  }

  private static long free(Path root) {
    try {
      return Files.getFileStore(root).getUsableSpace() / MIB;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param free in MiB
   */
  static Line space(long free, Path root) {
    String text = "%d MiB are free for %s.".formatted(free, root);
    if (free >= SCARCE) {
      return Line.ok(Line.HERE, "disk", text);
    }
    return Line.of(
        Line.HERE,
        free < TOO_LITTLE ? Verdict.FAIL : Verdict.WARN,
        "disk",
        text,
        "Make room: without it Postgres stops.",
        PAGE);
  }
}
