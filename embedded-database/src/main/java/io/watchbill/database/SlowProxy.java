package io.watchbill.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A TCP proxy that stands before a server on this machine, usually Postgres, and can make the line
 * to it long: whatever arrives is passed on in its order, each way after a delay of its own. With
 * no delay it only passes on.
 *
 * <p>It is a long line, not a narrow one: a delay holds up what comes, but the next bytes need not
 * wait until those before them have arrived. Both connections and what is under way are bounded.
 */
public final class SlowProxy implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 1_024;
  private static final int CONNECT_MILLIS = 1_000;

  private final ServerSocket listener;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int server;
  private volatile Duration toServer = Duration.ZERO;
  private volatile Duration toClient = Duration.ZERO;

  /**
   * Listens at once.
   *
   * @param port where to listen on the loopback address; 0 for any that is free
   * @param server the port on the loopback address to which it leads
   */
  public SlowProxy(int port, int server) {
    this.server = server;
    try {
      listener = new ServerSocket(port, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
    Thread.ofVirtual().name("slow-proxy-" + port()).start(this::accept);
  }

  /** Stands before a server, at any port that is free, and does not delay anything yet. */
  public static SlowProxy before(int server) {
    return new SlowProxy(0, server);
  }

  /** Returns where it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * From now on what arrives is held up so long, also on connections that exist. A statement and
   * its answer together take both delays longer.
   */
  public void delay(Duration towardsServer, Duration towardsClient) {
    toServer = towardsServer;
    toClient = towardsClient;
  }

  /** Each statement with its answer takes so much longer, half of it each way. */
  public void roundTrip(Duration longer) {
    delay(longer.dividedBy(2), longer.minus(longer.dividedBy(2)));
  }

  /** New connections go to another server from now on; those that exist stay where they are. */
  public void leadTo(int otherServer) {
    server = otherServer;
  }

  /** Breaks every connection, as a network does; accepts new ones. */
  public void cut() {
    open.forEach(SlowProxy::quietly);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (room.tryAcquire()) {
          Thread.ofVirtual().start(() -> serve(client));
        } else {
          client.close();
        }
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket target = new Socket()) {
      open.add(client);
      open.add(target);
      client.setTcpNoDelay(true);
      target.setTcpNoDelay(true);
      target.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server), CONNECT_MILLIS);
      if (!listener.isClosed()) {
        carry(client, target);
      }
    } catch (IOException e) {
      // The client sees a connection that closes, as it would on a network.
    } finally {
      open.removeIf(Socket::isClosed);
      room.release();
    }
  }

  /** Waits until both sides are done, or one of them is gone. */
  private void carry(Socket client, Socket target) {
    Thread back = new LongLine(target, client, () -> toClient).start();
    Thread forth = new LongLine(client, target, () -> toServer).start();
    try {
      forth.join();
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
