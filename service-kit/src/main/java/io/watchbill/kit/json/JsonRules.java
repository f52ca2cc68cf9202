package io.watchbill.kit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The rules of our JSON: RFC 3339 instants, ISO 8601 durations, and unknown fields refused in what
 * people configure (a misspelt field must not be lost in silence). A list has no null in it. What
 * neighbours and foreign senders send says {@code @JsonIgnoreProperties(ignoreUnknown = true)}.
 */
@Singleton
public class JsonRules implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    for (Class<?> several : List.of(List.class, Set.class, Collection.class)) {
      mapper.configOverride(several).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }
  }
}
