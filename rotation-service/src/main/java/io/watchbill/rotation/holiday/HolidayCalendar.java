package io.watchbill.rotation.holiday;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list of holidays: those of a country and region, or an imported one.
 *
 * @param country code of the country; absent for an imported list
 * @param team the team whose managers may change it; admins only when absent. Absent in a request:
 *     unchanged
 * @param region a part of the country; absent for the holidays of all of it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    description =
        "A list of holidays: those of a country and region from a library, or imported "
            + "ones when there is no country.")
public record HolidayCalendar(
    @Schema(readOnly = true, examples = "de-be") @Nullable String id,
    @Schema(examples = "Berlin", required = true) String name,
    @Schema(
            examples = "de",
            description = "ISO 3166, in either case; absent for imported holidays.")
        @Nullable String country,
    @Schema(examples = "be", description = "A part of the country.") @Nullable String region,
    @Schema(
            examples = "security",
            description =
                "The team that it belongs to, whose managers may change it; admins "
                    + "only when absent. Absent in a request: unchanged; a new one then "
                    + "belongs to the admins.")
        @Nullable String team,
    @Schema(readOnly = true) @Nullable Instant changedAt) {

  public HolidayCalendar {
    country = lower(country);
    region = lower(region);
  }

  private static @Nullable String lower(@Nullable String code) {
    return code == null ? null : code.toLowerCase(Locale.ROOT);
  }
}
