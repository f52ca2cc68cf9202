package io.watchbill.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** JSON as text, with everything escaped that a terminal must not be given. */
public final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
  private static final ObjectWriter PRETTY =
      JSON.writer(
          new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(INDENTER)
              .withArrayIndenter(INDENTER));

  private JsonText() {}

  /** Returns it on several lines, for people who look at it. */
  public static String pretty(JsonNode json) {
    return written(PRETTY, json);
  }

  /** Returns it on one line. */
  public static String compact(JsonNode json) {
    return written(JSON.writer(), json);
  }

  private static String written(ObjectWriter writer, JsonNode json) {
    try {
      return harmless(writer.writeValueAsString(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Outside of strings JSON has none of these but the line feeds of the writer. */
  private static String harmless(String json) {
    StringBuilder text = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || Printable.isHarmless(c)) {
                text.appendCodePoint(c);
              } else {
                for (char unit : Character.toChars(c)) {
                  text.append("\\u%04x".formatted((int) unit));
                }
              }
            });
    return text.toString();
  }
}
