package io.watchbill.escalation.channel.email;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks whether the mail server takes mail from us, where there is one or one is needed. */
@ApplicationScoped
class MailCheck implements Check {
  private static final String NAME = "mail";
  private static final String PAGE = "docs/settings.md";
  private static final String UNSET = "localhost";

  private static final String ADDRESSES =
      """
      SELECT (SELECT count(*) FROM contact_method WHERE kind = 'email')
             + (SELECT count(*) FROM last_resort WHERE kind = 'email') AS addresses
      """;

  private final Database database;
  private final MailServer server;
  private final String ownName;

  MailCheck(
      Database database,
      @ConfigProperty(name = "quarkus.mailer.host", defaultValue = UNSET) String host,
      @ConfigProperty(name = "quarkus.mailer.port") Optional<Integer> port,
      @ConfigProperty(name = "quarkus.mailer.tls") Optional<Boolean> tls,
      @ConfigProperty(name = "quarkus.mailer.start-tls") Optional<String> startTls,
      @ConfigProperty(name = "quarkus.mailer.own-host-name") String ownName) {
    this.database = database;
    boolean encrypted = tls.orElse(false);
    this.server =
        new MailServer(
            host,
            port.orElse(encrypted ? 465 : 25),
            encrypted,
            startTls.filter("REQUIRED"::equalsIgnoreCase).isPresent());
    this.ownName = ownName;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    Optional<String> problem = server.problem(ownName);
    long addresses = database.read(tx -> tx.one(ADDRESSES).orElseThrow().getLong("addresses"));
    return List.of(finding(server, problem, addresses));
  }

  static Finding finding(MailServer server, Optional<String> problem, long addresses) {
    if (problem.isEmpty()) {
      return Finding.ok(NAME, "The mail server %s answers.".formatted(server));
    }
    if (!server.host().equals(UNSET)) {
      return Finding.fail(
          NAME,
          "The mail server %s %s.".formatted(server, problem.get()),
          "See what quarkus.mailer.host, .port and .start-tls say, and whether it may be reached.",
          PAGE);
    }
    return addresses == 0
        ? Finding.ok(NAME, "No mail server is configured, and no contact method needs one.")
        : Finding.fail(
            NAME,
            "Contact methods by e-mail: %d, but no mail server is configured.".formatted(addresses),
            "Set quarkus.mailer.host and what belongs to it; in the chart, mail.host.",
            PAGE);
  }
}
