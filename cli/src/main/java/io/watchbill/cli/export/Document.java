package io.watchbill.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Format;
import io.watchbill.cli.output.JsonText;
import io.watchbill.cli.output.Yaml;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * A document of lists that grows item by item, so that a long history needs no memory. A list whose
 * source fails before its first item leaves no trace.
 */
final class Document {
  private final PrintStream out;
  private final boolean yaml;
  private final boolean named;
  private int lists;
  private boolean begun;
  private boolean empty;

  /**
   * Begins a document.
   *
   * @param named whether it is an object of lists by their names, or one list
   */
  Document(PrintStream out, Format format, boolean named) {
    this.out = out;
    this.yaml = format == Format.yaml;
    this.named = named;
  }

  /** Writes a list. */
  void list(String name, Consumer<Consumer<JsonNode>> source) {
    begun = false;
    source.accept(item -> item(name, item));
    begin(name);
    if (yaml) {
      out.print(empty ? (named ? " []\n" : "[]\n") : "");
    } else {
      out.print(empty ? "]" : "\n]");
    }
  }

  /** Ends the document. */
  void end() {
    if (named && lists == 0) {
      out.print("{}\n");
    } else if (!yaml) {
      out.print(named ? "\n}\n" : "\n");
    }
    out.flush();
  }

  private void begin(String name) {
    if (begun) {
      return;
    }
    begun = true;
    empty = true;
    if (yaml) {
      out.print(named ? name + ":" : "");
    } else if (named) {
      out.print((lists == 0 ? "{\n" : ",\n") + "\"" + name + "\": [");
    } else {
      out.print("[");
    }
    lists++;
  }

  private void item(String name, JsonNode item) {
    begin(name);
    if (yaml) {
      out.print(empty && named ? "\n" : "");
      out.print("- " + Yaml.of(item).strip().replace("\n", "\n  ") + "\n");
    } else {
      out.print((empty ? "\n" : ",\n") + "  " + JsonText.compact(item));
    }
    empty = false;
  }
}
