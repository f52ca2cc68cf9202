package io.watchbill.testkit;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionStage;

/**
 * Fails where a template reads something that a JVM finds by reflection only: an executable would
 * not find it. Quarkus generates what reads it, but overlooks some of it; {@code @TemplateData} at
 * the class makes it complete.
 */
@ApplicationScoped
class TemplatesWithoutReflection {
  /** After all that is generated or built in, before reflection. */
  private static final int BEFORE_REFLECTION = 0;

  void watch(@Observes EngineBuilder builder) {
    builder.addValueResolver(
        new ValueResolver() {
          @Override
          public int getPriority() {
            return BEFORE_REFLECTION;
          }

          @Override
          public boolean appliesTo(EvalContext context) {
            return context.getBase() != null
                && context.getBase().getClass().getName().startsWith("io.watchbill.");
          }

          @Override
          public CompletionStage<Object> resolve(EvalContext context) {
            throw new IllegalStateException(
                "an executable cannot read %s of %s: it lacks @TemplateData"
                    .formatted(context.getName(), context.getBase().getClass().getName()));
          }
        });
  }
}
