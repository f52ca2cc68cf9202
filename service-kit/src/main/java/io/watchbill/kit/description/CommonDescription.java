package io.watchbill.kit.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Completes the OpenAPI document with the service's texts and with what holds for every operation:
 * common errors, lists, nullable fields, and patterns in a syntax that every program reads.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonDescription implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getComponents() == null) {
      return;
    }
    OperationTexts.ofService().ifPresent(texts -> texts.addTo(document));
    new CommonSchemas(document).describe();
    new CommonAnswers(document).describe();
  }
}
