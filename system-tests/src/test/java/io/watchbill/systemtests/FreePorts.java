package io.watchbill.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;

/** Ports that nobody uses at the moment. */
final class FreePorts {
  private static final Random RANDOM = new Random();

  private FreePorts() {}

  /** The first of six in a row, below the range that outgoing connections take. */
  static int base() {
    while (true) {
      int base = 20_000 + RANDOM.nextInt(1_250) * 8;
      if (IntStream.range(base, base + 6).allMatch(FreePorts::free)) {
        return base;
      }
    }
  }

  static int one() {
    return base();
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
