package io.watchbill.bench.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before the replicas of a service as a Kubernetes Service does: each connection goes to the
 * next replica that takes it. A connection dies with its replica.
 */
final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 300;

  private final ServerSocket listener;
  private final List<Integer> replicas;
  private final AtomicInteger next = new AtomicInteger();

  Balancer(int port, List<Integer> replicas) {
    this.replicas = List.copyOf(replicas);
    try {
      listener = new ServerSocket(port, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
    Thread.ofVirtual().name("balancer-" + port).start(this::accept);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket replica = connect()) {
      client.setTcpNoDelay(true);
      replica.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> pump(replica, client));
      pump(client, replica);
      back.join();
    } catch (IOException e) {
      // The client sees a connection that closes, as it would in a cluster.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    IOException last = new IOException("no replica");
    int first = next.getAndIncrement();
    for (int i = 0; i < replicas.size(); i++) {
      int port = replicas.get(Math.floorMod(first + i, replicas.size()));
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  /** Copies until either side closes, then closes both. */
  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16_384];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // Either side went away; both are closed.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
