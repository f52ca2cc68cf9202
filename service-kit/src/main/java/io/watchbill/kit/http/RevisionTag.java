package io.watchbill.kit.http;

import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110): the revision that a client has, or expects. A tag that a proxy has
 * weakened equals the original.
 */
public final class RevisionTag {
  private RevisionTag() {}

  /** Returns the tag as a JAX-RS header value. */
  public static EntityTag etag(Object edition) {
    return new EntityTag(edition.toString());
  }

  /** Returns an answer with its tag. */
  public static Response answer(int status, Object body, Object edition) {
    return Response.status(status).entity(body).tag(etag(edition)).build();
  }

  /** Returns the tag as written in {@code ETag}. */
  public static String tag(Object edition) {
    return "\"" + edition + "\"";
  }

  /**
   * Rejects an update whose {@code If-Match} does not name the current revision.
   *
   * @param ifMatch the header, or null to accept every revision
   * @param present the current tag, or null when the resource does not exist
   * @throws Problem 412 otherwise
   */
  public static void check(@Nullable String ifMatch, @Nullable String present) {
    if (ifMatch != null && (present == null || !names(ifMatch, present))) {
      throw new Problem(
          KitError.PRECONDITION_FAILED,
          "If-Match is "
              + ifMatch
              + ", stored is "
              + (present == null ? "nothing" : present)
              + "; read it again and repeat the change.");
    }
  }

  /** Returns a tag that depends on the text alone. */
  public static String digest(Object answer) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(answer.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns whether {@code If-None-Match} or {@code If-Match} names the tag. */
  public static boolean names(@Nullable String header, String tag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .map(value -> value.startsWith("W/") ? value.substring(2) : value)
            .anyMatch(value -> value.equals("*") || value.equals(tag));
  }
}
