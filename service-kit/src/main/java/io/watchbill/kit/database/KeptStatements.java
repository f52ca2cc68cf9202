package io.watchbill.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The pool of connections to Postgres. The driver's own rule keeps statements of up to 2,048
 * characters prepared; a longer one, and those of loops are long, would be parsed and planned anew
 * each time, which takes longer than running it.
 */
@Singleton
class KeptStatements implements PgPoolCreator {
  private static final int LONGEST = 16_384;

  @Override
  public Pool create(Input input) {
    List<SqlConnectOptions> servers = List.copyOf(input.pgConnectOptionsList());
    servers.forEach(server -> server.setPreparedStatementCacheSqlLimit(LONGEST));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(servers)
        .using(input.vertx())
        .build();
  }
}
