package io.watchbill.rotation.preview;

import io.watchbill.rotation.input.WholeNumber;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How far ahead a preview calculates. A {@code @BeanParam}. */
public class PreviewDays {
  private static final int MOST_DAYS = 180;

  @QueryParam("days")
  @Parameter(description = "How many days ahead: 1 to 180, 60 when absent.", example = "60")
  @Nullable String days;

  int days() {
    return WholeNumber.parameter("days", days, 60, MOST_DAYS);
  }
}
