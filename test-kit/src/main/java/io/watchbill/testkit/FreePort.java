package io.watchbill.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that need to know theirs before they start. They lie below those that the
 * system gives to outgoing connections: none of these takes one before its server does.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 100;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

  private FreePort() {}

  /** Returns a free port; another one at each call. */
  public static int find() {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), LAST - FIRST);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken: another one.
      }
    }
    throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
  }
}
