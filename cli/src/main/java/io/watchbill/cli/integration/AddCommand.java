package io.watchbill.cli.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.config.SecretFile;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an integration. */
@Command(
    name = "add",
    description = "Add an integration. Its key is shown once, or goes into a file.")
public final class AddCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "Its id, which never changes: prometheus.")
  private String id = "";

  @Option(
      names = "--team",
      required = true,
      paramLabel = "TEAM",
      description = "The team that its alerts go to.")
  private String team = "";

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "A name to show; the id when absent.")
  private @Nullable String name;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What sends the alerts; alertmanager when absent.")
  private String kind = "alertmanager";

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "Another policy than the team's.")
  private @Nullable String policy;

  @Option(
      names = "--default-severity",
      paramLabel = "P0|P1|P2|P3",
      description = "For alerts that name none.")
  private @Nullable String severity;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Write the key into this new file, for its owner only, and do not show it.")
  private @Nullable Path keyFile;

  public AddCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (keyFile != null && Files.exists(keyFile)) {
      throw Failure.usage(keyFile + " is there already; --key-file names a new file");
    }
    ObjectNode answer =
        session.api().postOnce(Service.INCIDENT, "/v1/integrations", body()).deepCopy();
    if (keyFile != null) {
      keep(keyFile, answer);
    }
    session.show(new View(answer, terminal -> print(terminal, answer)));
  }

  private ObjectNode body() {
    ObjectNode body =
        Json.object()
            .put("id", Names.id("integration", id))
            .put("name", name == null ? id : name)
            .put("kind", kind)
            .put("team", team);
    if (policy != null) {
      body.put("policy", policy);
    }
    if (severity != null) {
      body.put("defaultSeverity", severity.toUpperCase(Locale.ROOT));
    }
    return body;
  }

  private void keep(Path file, ObjectNode answer) {
    try {
      SecretFile.write(file, Texts.of(answer, "key") + "\n");
      answer.remove("key");
    } catch (IOException e) {
      // The key is shown this once: it must not be lost with a full disk.
      session.show(new View(answer, terminal -> print(terminal, answer)));
      throw new Failure(
          ExitCode.FAILED, file + " cannot be written, so the key is shown: " + e.getMessage(), e);
    }
  }

  private void print(Terminal terminal, JsonNode answer) {
    terminal.print("Integration " + Texts.of(answer, "id") + " was added.");
    terminal.print("  url  " + Texts.of(answer, "url"));
    terminal.print(
        answer.hasNonNull("key")
            ? "  key  " + Texts.of(answer, "key") + "   (it is shown this once)"
            : "  key  in " + keyFile);
  }
}
