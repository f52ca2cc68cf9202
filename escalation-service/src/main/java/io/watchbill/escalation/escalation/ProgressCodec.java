package io.watchbill.escalation.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
      AlarmKind.class
    })
class ProgressCodec {
  private final ObjectMapper mapper;

  ProgressCodec(ObjectMapper mapper) {
    this.mapper =
        mapper
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL);
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
