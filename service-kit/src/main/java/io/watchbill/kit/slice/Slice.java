package io.watchbill.kit.slice;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A slice of a list in the order of a key.
 *
 * @param <T> the type of the items
 * @param items at most as many as the limit
 * @param next opaque cursor of the next slice, if there is one
 */
public record Slice<T>(List<T> items, Optional<String> next) {

  /**
   * Makes a slice of the rows of a query with the limit {@link SliceRequest#limitPlusOne()}.
   *
   * @param key returns the key after which the next slice begins
   */
  public static <T> Slice<T> of(List<T> rows, SliceRequest request, Function<T, String> key) {
    int limit = request.limit();
    if (rows.size() <= limit) {
      return new Slice<>(List.copyOf(rows), Optional.empty());
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Slice<>(items, Optional.of(SliceRequest.encode(key.apply(items.getLast()))));
  }

  /** Returns the slice with its items converted. */
  public <R> Slice<R> map(Function<T, R> mapping) {
    return new Slice<>(items.stream().map(mapping).toList(), next);
  }

  /** {@code {"items": […]}} with {@code Link: rel="next"} (RFC 8288) that keeps the query. */
  public Response toResponse(UriInfo uri) {
    Response.ResponseBuilder answer = Response.ok(new Items<>(items));
    next.ifPresent(cursor -> answer.header("Link", NextSlice.link(uri, cursor)));
    return answer.build();
  }
}
