package io.watchbill.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Terminal;
import java.util.function.Consumer;

/** What a command shows: the data for programs, and how it is printed for people. */
public record View(JsonNode data, Consumer<Terminal> print) {}
