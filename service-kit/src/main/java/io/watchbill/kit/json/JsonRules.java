package io.watchbill.kit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The rules of our JSON: RFC 3339 instants, ISO 8601 durations, and unknown fields refused in what
 * people configure (a misspelt field must not be lost in silence). A list has no null in it. A text
 * means what it says: no 1.5 for 1, no "2" for 2, no field twice, nothing after the end. What peer
 * services and foreign senders send says {@code @JsonIgnoreProperties(ignoreUnknown = true)}.
 */
@Singleton
public class JsonRules implements ObjectMapperCustomizer {
  @Override
  @SuppressWarnings("deprecation") // Quarkus gives a mapper that is built already.
  public void customize(ObjectMapper mapper) {
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    for (Class<?> several : List.of(List.class, Set.class, Collection.class)) {
      mapper.configOverride(several).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
