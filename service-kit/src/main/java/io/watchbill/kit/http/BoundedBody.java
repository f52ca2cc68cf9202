package io.watchbill.kit.http;

import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request's body that counts what arrives: against its limit, the budget and its deadline. */
final class BoundedBody extends InputStream {
  private final InputStream body;
  private final long limit;
  private final boolean streamed;
  private final BodyBudget.Lease lease;
  private final Duration deadline;
  private final long beganNanos = System.nanoTime();
  private final Runnable discard;
  private long arrived;
  private boolean refused;
  private boolean ended;

  /**
   * Bounds a body.
   *
   * @param limit the longest body, or how much is held of one that is read as a stream
   * @param discard throws away what is still to arrive once nobody reads it any more
   */
  BoundedBody(
      InputStream body,
      long limit,
      boolean streamed,
      BodyBudget.Lease lease,
      Duration deadline,
      Runnable discard) {
    this.body = body;
    this.limit = limit;
    this.streamed = streamed;
    this.lease = lease;
    this.deadline = deadline;
    this.discard = discard;
  }

  /** Rejects a body at once whose announced length is too long or exceeds the budget. */
  void expect(@Nullable String contentLength) throws IOException {
    if (contentLength != null) {
      admit(Long.parseLong(contentLength));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (refused) {
      return -1;
    }
    int read = next(target, offset, length);
    if (read < 0) {
      ended = true;
      return read;
    }
    arrived += read;
    admit(arrived);
    if (System.nanoTime() - beganNanos > deadline.toNanos()) {
      throw refuse(
          KitError.REQUEST_TIMEOUT,
          "The body took longer than " + deadline.toSeconds() + " s to arrive.");
    }
    return read;
  }

  private void admit(long bytes) throws IOException {
    if (bytes > limit && !streamed) {
      throw refuse(KitError.TOO_LARGE, "The body may have at most " + limit + " bytes.");
    }
    if (!lease.cover(Math.min(bytes, limit))) {
      throw refuse(
          KitError.UNAVAILABLE, "Too many bodies are under way at the same time; send it again.");
    }
  }

  private int next(byte[] target, int offset, int length) throws IOException {
    try {
      return body.read(target, offset, length);
    } catch (IOException e) {
      throw refuse(KitError.INVALID, "The body broke off.");
    }
  }

  @Override
  public int available() throws IOException {
    return refused ? 0 : Math.max(0, body.available());
  }

  /** Does not read the rest: that could take for ever. */
  @Override
  public void close() throws IOException {
    if (ended) {
      body.close();
    } else if (!refused) {
      refused = true;
      discard.run();
    }
  }

  private RefusedBodyException refuse(KitError error, String why) {
    refused = true;
    lease.close();
    discard.run();
    return new RefusedBodyException(new Problem(error, why));
  }
}
