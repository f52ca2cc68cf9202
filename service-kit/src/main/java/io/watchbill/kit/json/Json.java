package io.watchbill.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** JSON text for the database and the wire, by the one mapper of the service. */
@ApplicationScoped
public class Json {
  private final ObjectMapper mapper;

  Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public <T> T read(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a tree into a type; the exception says what does not fit. */
  public <T> T convert(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return mapper.treeToValue(tree, type);
  }

  public JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }
}
