package io.watchbill.database;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One direction of a connection, with a delay. */
final class LongLine {
  private static final int CHUNK = 16_384;
  private static final int MOST_CHUNKS = 64;

  /** Bytes to pass on at an instant; none at the end of the stream. */
  private record Chunk(byte[] bytes, long at) {}

  private final Socket from;
  private final Socket to;
  private final Supplier<Duration> delay;
  private final BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(MOST_CHUNKS);
  private final Thread reader = Thread.ofVirtual().unstarted(this::read);
  private final Thread writer = Thread.ofVirtual().unstarted(this::write);

  LongLine(Socket from, Socket to, Supplier<Duration> delay) {
    this.from = from;
    this.to = to;
    this.delay = delay;
  }

  /** Forwards bytes until the sender is done or either side is gone; then the thread ends. */
  Thread start() {
    reader.start();
    writer.start();
    return writer;
  }

  private void read() {
    byte[] buffer = new byte[CHUNK];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        byte[] bytes = new byte[n];
        System.arraycopy(buffer, 0, bytes, 0, n);
        underWay.put(new Chunk(bytes, System.nanoTime() + delay.get().toNanos()));
      }
      underWay.put(new Chunk(new byte[0], System.nanoTime() + delay.get().toNanos()));
    } catch (IOException e) {
      breakOff();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      while (true) {
        Chunk next = underWay.take();
        for (long left = next.at() - System.nanoTime();
            left > 0;
            left = next.at() - System.nanoTime()) {
          LockSupport.parkNanos(left);
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
        }
        if (next.bytes().length == 0) {
          to.shutdownOutput();
          return;
        }
        to.getOutputStream().write(next.bytes());
      }
    } catch (IOException e) {
      breakOff();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reader.interrupt();
    }
  }

  private void breakOff() {
    SlowProxy.quietly(from);
    SlowProxy.quietly(to);
    writer.interrupt();
  }
}
