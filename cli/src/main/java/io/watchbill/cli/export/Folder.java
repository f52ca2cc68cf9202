package io.watchbill.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.output.Format;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A directory with a file for each list. A file is whole, or it is the one from before. */
record Folder(Path directory, Format format) {

  /** Writes a list; returns its file. */
  Path write(String name, Consumer<Consumer<JsonNode>> source) {
    Path file = directory.resolve(name + (format == Format.yaml ? ".yaml" : ".json"));
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(directory);
      try (PrintStream out = new PrintStream(unfinished.toFile(), StandardCharsets.UTF_8)) {
        Document document = new Document(out, format, false);
        document.list(name, source);
        document.end();
        if (out.checkError()) {
          throw new IOException("no more can be written");
        }
      }
      return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, file + " cannot be written: " + e.getMessage(), e);
    } finally {
      unfinished.toFile().delete();
    }
  }
}
