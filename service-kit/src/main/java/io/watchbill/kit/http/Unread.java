package io.watchbill.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Answers that were made and are not taken: what waits in memory for callers that do not read.
 * Together they may hold so much; the connection whose answer goes beyond it is closed, and so is
 * one that does not take anything for a while.
 */
final class Unread {
  private static final long EVERY_MILLIS = 1_000;

  private final long most;
  private final long patienceNanos;
  private final Map<Channel, Waiting> waiting = new HashMap<>();
  private long bytes;
  private boolean watching;

  /** How much a connection had not taken yet, and since when it has been no less. */
  private record Waiting(long bytes, long sinceNanos) {}

  Unread(long most, Duration patience) {
    this.most = most;
    this.patienceNanos = patience.toNanos();
  }

  /**
   * Looks at the connection once its answer has been handed to it: behind the answer on the
   * connection's own thread, since many answers are made on others.
   */
  void follow(RoutingContext context) {
    if (context.request().connection() instanceof ConnectionBase connection) {
      Channel channel = connection.channel();
      channel.eventLoop().execute(() -> look(channel, context));
    }
  }

  private void look(Channel channel, RoutingContext context) {
    if (!channel.isWritable() && !note(channel)) {
      channel.close();
    }
    watch(context);
  }

  /** False when there is no room for what it holds. */
  private synchronized boolean note(Channel channel) {
    long now = System.nanoTime();
    long pending = pending(channel);
    Waiting before = waiting.remove(channel);
    bytes -= before == null ? 0 : before.bytes();
    if (pending == 0) {
      return true;
    }
    if (bytes + pending > most) {
      return false;
    }
    bytes += pending;
    if (before == null || pending < before.bytes()) {
      waiting.put(channel, new Waiting(pending, now));
      return true;
    }
    waiting.put(channel, new Waiting(pending, before.sinceNanos()));
    return now - before.sinceNanos() < patienceNanos;
  }

  private synchronized void watch(RoutingContext context) {
    if (!watching && !waiting.isEmpty()) {
      watching = true;
      context.vertx().setPeriodic(EVERY_MILLIS, id -> look(context, id));
    }
  }

  private synchronized void look(RoutingContext context, long timer) {
    for (Iterator<Channel> all = Map.copyOf(waiting).keySet().iterator(); all.hasNext(); ) {
      Channel channel = all.next();
      channel
          .eventLoop()
          .execute(
              () -> {
                if (!note(channel)) {
                  forget(channel);
                  channel.close();
                }
              });
    }
    if (waiting.isEmpty()) {
      context.vertx().cancelTimer(timer);
      watching = false;
    }
  }

  private synchronized void forget(Channel channel) {
    Waiting before = waiting.remove(channel);
    bytes -= before == null ? 0 : before.bytes();
  }

  /** Only on the channel's own thread. */
  private static long pending(Channel channel) {
    ChannelOutboundBuffer buffer = channel.isOpen() ? channel.unsafe().outboundBuffer() : null;
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }
}
