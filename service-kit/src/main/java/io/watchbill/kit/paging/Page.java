package io.watchbill.kit.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list in the order of a key.
 *
 * @param <T> what is listed
 * @param items at most as many as were asked for
 * @param next opaque cursor of the next page, when there is one
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /**
   * Makes a page of the rows of a query that asked for {@link PageRequest#limitPlusOne()}.
   *
   * @param key gives the key after which the next page begins
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
    int limit = request.limit();
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), Optional.empty());
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, Optional.of(PageRequest.encode(key.apply(items.getLast()))));
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), next);
  }

  /** {@code {"items": […]}} with {@code Link: rel="next"} (RFC 8288) that keeps the query. */
  public Response toResponse(UriInfo uri) {
    Response.ResponseBuilder answer = Response.ok(new Items<>(items));
    next.ifPresent(cursor -> answer.header("Link", NextPage.link(uri, cursor)));
    return answer.build();
  }
}
