package io.watchbill.rotation.board;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on call for a team. */
public record TeamOnCall(String team, List<Place> places) {

  /**
   * A role of a rotation, and who holds it.
   *
   * @param people names; empty if nobody holds it
   * @param until when that ends; null when no end is in sight
   * @param byDesign whether nobody should hold it now
   * @param next names of who is next; empty if that is not known
   */
  @TemplateData
  public record Place(
      String rotation,
      String name,
      String role,
      List<String> people,
      @Nullable Instant until,
      boolean byDesign,
      List<String> next,
      @Nullable Instant nextFrom) {}
}
