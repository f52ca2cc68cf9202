package io.watchbill.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that is to be migrated, as its owner sees it. */
final class Server {
  private static final Logger LOG = Logger.getLogger(Server.class);
  private static final int CONNECT_TIMEOUT_SECONDS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  private final DatabaseSettings settings;
  private final Installation installation;

  Server(DatabaseSettings settings, Installation installation) {
    this.settings = settings;
    this.installation = installation;
    try {
      dataSource.setURL("jdbc:" + settings.url());
    } catch (IllegalArgumentException e) {
      throw new NotMigratedException(
          "watchbill.database.url is no address such as postgresql://host:5432/watchbill");
    }
    dataSource.setUser(settings.username());
    settings.password().ifPresent(dataSource::setPassword);
    settings.rootCertificate().ifPresent(dataSource::setSslRootCert);
    dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
    dataSource.setTcpKeepAlive(true);
    dataSource.setApplicationName("watchbill migrations");
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** Returns when the database can be migrated. Waits, as long as it may, for what may pass. */
  void awaitReady() throws InterruptedException {
    long begin = System.nanoTime();
    for (Optional<Obstacle> found = obstacle(); found.isPresent(); found = obstacle()) {
      Obstacle obstacle = found.get();
      if (!obstacle.passes() || System.nanoTime() - begin >= settings.patience().toNanos()) {
        throw new NotMigratedException(obstacle.text());
      }
      LOG.infof("Waiting. %s.", obstacle.text());
      Thread.sleep(PAUSE);
    }
  }

  private Optional<Obstacle> obstacle() {
    try (Connection connection = dataSource.getConnection()) {
      Optional<Obstacle> found = Condition.of(connection).obstacle(settings.username(), place());
      return found.isPresent() ? found : installation.obstacle(connection, place());
    } catch (SQLException e) {
      return Optional.of(Obstacle.of(e, settings.username(), place()));
    }
  }

  private String place() {
    int[] ports = dataSource.getPortNumbers();
    int port = ports.length == 0 || ports[0] == 0 ? 5432 : ports[0];
    return dataSource.getServerNames()[0] + ":" + port + "/" + dataSource.getDatabaseName();
  }
}
