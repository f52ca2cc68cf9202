package io.watchbill.kit.database;

import static java.util.Objects.requireNonNull;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The connections to Postgres, in two pools: one for requests, one for the loops and for events of
 * peer services. Requests only ever wait for their own connections, and only a bounded number
 * waits; more are refused at once ({@link Admission}). Together the pools hold at most {@code
 * quarkus.datasource.reactive.max-size}.
 *
 * <p>By default the driver keeps statements of up to 2,048 characters prepared. Many statements of
 * the loops are longer; parsing and planning them each time takes longer than running them.
 */
@Singleton
public class Pools implements PgPoolCreator {
  private static final int LONGEST = 16_384;

  /** Those who were let in wait again and again, and entities are read without admission. */
  private static final int OF_THOSE_LET_IN = 2;

  private final double loopShare;
  private final int waiting;
  private final Admission requests;
  private volatile @Nullable Pool loops;

  /**
   * @param loopShare the share of connections reserved for the loops
   * @param waiting how many requests may wait for a connection
   */
  Pools(
      @ConfigProperty(name = "watchbill.database.loop-share", defaultValue = "0.3")
          double loopShare,
      @ConfigProperty(name = "watchbill.database.waiting-requests", defaultValue = "200")
          int waiting) {
    if (!(loopShare > 0 && loopShare < 1)) {
      throw new IllegalArgumentException("watchbill.database.loop-share lies between 0 and 1");
    }
    this.loopShare = loopShare;
    this.waiting = waiting;
    this.requests = new Admission(waiting);
  }

  @Override
  public Pool create(Input input) {
    List<SqlConnectOptions> servers = List.copyOf(input.pgConnectOptionsList());
    servers.forEach(server -> server.setPreparedStatementCacheSqlLimit(LONGEST));
    PoolOptions all = input.poolOptions();
    int ofLoops = ofLoops(all.getMaxSize(), loopShare);
    PoolOptions forLoops = new PoolOptions(all).setMaxSize(ofLoops).setName("loops");
    loops = pool(servers, forLoops, input.vertx());
    PoolOptions forRequests =
        new PoolOptions(all)
            .setMaxSize(Math.max(1, all.getMaxSize() - ofLoops))
            .setMaxWaitQueueSize(OF_THOSE_LET_IN * waiting);
    return pool(servers, forRequests, input.vertx());
  }

  /** At least one for each of the two, even of two. */
  static int ofLoops(int all, double share) {
    return Math.max(1, Math.min(all - 1, (int) Math.round(all * share)));
  }

  /** Returns what lets requests wait for their connections. */
  Admission requests() {
    return requests;
  }

  /** Returns the connections reserved for the loops. */
  public Pool loops() {
    return requireNonNull(loops, "the pool is not made yet");
  }

  private static Pool pool(List<SqlConnectOptions> servers, PoolOptions options, Vertx vertx) {
    return PgBuilder.pool().with(options).connectingTo(servers).using(vertx).build();
  }

  @PreDestroy
  void close() {
    if (loops != null) {
      loops.close();
    }
  }
}
