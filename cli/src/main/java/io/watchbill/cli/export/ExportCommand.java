package io.watchbill.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.output.Format;
import io.watchbill.cli.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports lists. */
@Command(
    name = "export",
    description = {
      "Write whole lists as JSON or YAML, to the output or into a directory.",
      "Without names: everything that was set up, as far as your key may read it. Secrets are"
          + " never a part of it."
    })
public final class ExportCommand implements Runnable {
  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "LIST",
      completionCandidates = Exported.Names.class,
      description = "Any of ${COMPLETION-CANDIDATES}.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--dir", paramLabel = "DIR", description = "Write a file for each list there.")
  private @Nullable Path directory;

  public ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<Exported> lists = names.isEmpty() ? Exported.configuration() : named();
    Format format = session.chosenFormat().orElse(Format.json);
    if (directory != null) {
      Folder folder = new Folder(directory, format);
      lists.forEach(list -> unlessForbidden(list, () -> write(folder, list)));
      return;
    }
    Document document = new Document(session.terminal().out(), format, lists.size() > 1);
    for (Exported list : lists) {
      unlessForbidden(list, () -> document.list(list.name(), items -> read(list, items)));
    }
    document.end();
  }

  private List<Exported> named() {
    return new LinkedHashSet<>(names).stream().map(ExportCommand::named).toList();
  }

  private static Exported named(String name) {
    return Exported.named(name)
        .orElseThrow(
            () ->
                Failure.usage(
                    "there is no list '%s'; there are: %s"
                        .formatted(name, String.join(", ", Exported.names()))));
  }

  private void write(Folder folder, Exported list) {
    Path file = folder.write(list.name(), items -> read(list, items));
    session.terminal().say("Wrote " + file);
  }

  private void read(Exported list, Consumer<JsonNode> items) {
    new Lists(session.api()).read(list, items);
  }

  /** Leaves out what the key may not read, where it was not asked for by name. */
  private void unlessForbidden(Exported list, Runnable export) {
    try {
      export.run();
    } catch (Failure failure) {
      if (failure.code() != ExitCode.NOT_ALLOWED || !names.isEmpty()) {
        throw failure;
      }
      session.terminal().say("wb: " + list.name() + " left out: " + failure.text());
    }
  }
}
