package io.watchbill.incident.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param body the whole body, or its beginning if cut
 * @param size the length of the body; if cut, how much of it was read
 * @param cut whether it was longer than allowed
 */
public record RawRequest(
    byte[] body,
    long size,
    boolean cut,
    Optional<String> contentType,
    Optional<String> userAgent,
    Optional<UUID> replayOf) {

  private static final int HEADER_LENGTH = 200;

  /** Beyond this many times the limit the rest of an oversized body is not even drained. */
  private static final int PATIENCE = 16;

  /**
   * Reads a body up to a limit. The rest is drained, within reason, so that the sender gets to read
   * its answer.
   *
   * @param keep how much of a longer one is stored
   */
  static RawRequest read(
      InputStream stream,
      int limit,
      int keep,
      @Nullable String contentType,
      @Nullable String userAgent)
      throws IOException {
    byte[] body = stream.readNBytes(limit);
    long beyond = body.length < limit ? 0 : drain(stream, (long) limit * PATIENCE);
    boolean cut = beyond > 0;
    return new RawRequest(
        cut ? Arrays.copyOf(body, Math.min(keep, body.length)) : body,
        body.length + beyond,
        cut,
        header(contentType),
        header(userAgent),
        Optional.empty());
  }

  private static long drain(InputStream stream, long most) throws IOException {
    byte[] waste = new byte[64 * 1024];
    long drained = 0;
    int read;
    while (drained < most && (read = stream.read(waste)) >= 0) {
      drained += read;
    }
    return drained;
  }

  private static Optional<String> header(@Nullable String value) {
    return Optional.ofNullable(value)
        .map(text -> text.length() > HEADER_LENGTH ? text.substring(0, HEADER_LENGTH) : text);
  }
}
