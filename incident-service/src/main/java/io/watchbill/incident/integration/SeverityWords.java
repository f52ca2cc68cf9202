package io.watchbill.incident.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchbill.incident.lifecycle.Severity;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Converts a sender's words for severities to the JSON object in the table, and back. */
@Converter
public class SeverityWords implements AttributeConverter<Map<String, Severity>, String> {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Override
  public String convertToDatabaseColumn(Map<String, Severity> words) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(words));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Severity> convertToEntityAttribute(String column) {
    return read(column);
  }

  static Map<String, Severity> read(String column) {
    try {
      return MAPPER.readValue(column, new TypeReference<TreeMap<String, Severity>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
