package io.watchbill.kit.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Closes connections beyond the bounds as they are accepted, before anything is read. The only
 * servers of a service are those of HTTP. The bound that Quarkus offers is one for all callers
 * together, which a single client can use up, and it counts a connection only after its first byte.
 */
public final class BoundedTransport extends JDKTransport {
  private BoundedTransport() {}

  /** Found by Vert.x in {@code META-INF/services}. */
  public static final class Provider implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
      builder.findTransport(new BoundedTransport());
    }
  }

  @Override
  public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
    super.configure(options, domainSocket, bootstrap);
    if (!domainSocket) {
      bootstrap.handler(new Doorkeeper());
    }
  }

  /** Runs before the handler that registers accepted connections. */
  @Sharable
  private static final class Doorkeeper extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      Optional<ConnectionBounds> bounds = ConnectionBounds.ofThisProcess();
      if (bounds.isEmpty()
          || !(message instanceof Channel connection)
          || !(connection.remoteAddress() instanceof InetSocketAddress address)) {
        context.fireChannelRead(message);
        return;
      }
      InetAddress source = address.getAddress();
      if (bounds.get().enter(source)) {
        connection.closeFuture().addListener(closed -> bounds.get().leave(source));
        context.fireChannelRead(message);
      } else {
        connection.unsafe().closeForcibly();
      }
    }
  }
}
