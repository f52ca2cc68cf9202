package io.watchbill.kit.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Says in the OpenAPI document what is true of every operation, so that no resource has to: the
 * errors that any request may be answered with, lists as they are sent, fields that may be null,
 * and patterns in a syntax that every program reads.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonDescription implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getComponents() == null) {
      return;
    }
    new CommonSchemas(document).describe();
    new CommonAnswers(document).describe();
  }
}
