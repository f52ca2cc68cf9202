package io.watchbill.escalation.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.BranchProgress;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.plan.progress.StepProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Reads and writes progress as JSON; ignores fields that a newer version added. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      Progress.class,
      BranchProgress.class,
      StepProgress.class,
      Held.class,
      StepKey.class,
      PagedRole.class,
      AlarmKind.class,
      Branch.class
    })
class ProgressCodec {
  private final ObjectMapper mapper;

  ProgressCodec(ObjectMapper mapper) {
    this.mapper =
        mapper
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(branches());
  }

  /** A branch is written as its name. */
  private static Module branches() {
    return new SimpleModule("branches")
        .addSerializer(Branch.class, ToStringSerializer.instance)
        .addDeserializer(
            Branch.class,
            new FromStringDeserializer<Branch>(Branch.class) {
              @Override
              protected Branch _deserialize(String name, DeserializationContext context) {
                return new Branch(name);
              }
            })
        .addKeyDeserializer(
            Branch.class,
            new KeyDeserializer() {
              @Override
              public Branch deserializeKey(String name, DeserializationContext context) {
                return new Branch(name);
              }
            });
  }

  String write(Progress progress) {
    try {
      return mapper.writeValueAsString(progress);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Progress read(String text) {
    try {
      return mapper.readValue(text, Progress.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
