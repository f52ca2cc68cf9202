package io.watchbill.rotation.holiday;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of holidays: those of a country and region, or an imported one.
 *
 * @param country as the library of holidays names it; absent for an imported list
 * @param team whose managers change it; the admins alone when absent. In a request absent: as
 *     before
 * @param region a part of the country; absent for what holds in all of it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    description =
        "A list of holidays: those of a country and region as a library knows them, or without a"
            + " country an imported one.")
public record HolidayCalendar(
    @Schema(readOnly = true, examples = "de-be") String id,
    @Schema(examples = "Berlin", required = true) String name,
    @Schema(
            examples = "de",
            description = "ISO 3166, in either case; absent for a list that is imported.")
        String country,
    @Schema(examples = "be", description = "A part of the country.") String region,
    @Schema(
            examples = "security",
            description =
                "The team that it belongs to, whose managers change it; of the admins alone when"
                    + " absent. Absent in a request: as before, of a new one the admins'.")
        String team,
    @Schema(readOnly = true) Instant changedAt) {

  public HolidayCalendar {
    country = lower(country);
    region = lower(region);
  }

  private static String lower(String code) {
    return code == null ? null : code.toLowerCase(Locale.ROOT);
  }
}
