package io.watchbill.kit.setting;

import java.util.List;

/** The names of all settings, as {@code docs/settings.md} has them; a test holds both together. */
public final class KnownSettings {
  private static final String NAMES =
      """
      watchbill.accepted-link-secret
      watchbill.access.admin-key
      watchbill.access.failures.at-once
      watchbill.access.failures.every
      watchbill.access.key-in-path
      watchbill.access.service-keys.<name>
      watchbill.clock-offset
      watchbill.database.loop-share
      watchbill.database.password
      watchbill.database.patience
      watchbill.database.root-certificate
      watchbill.database.url
      watchbill.database.username
      watchbill.database.waiting-requests
      watchbill.delivery.lease
      watchbill.delivery.parallel
      watchbill.delivery.per-provider
      watchbill.delivery.renewal
      watchbill.heartbeat.every
      watchbill.heartbeat.url
      watchbill.heavy.at-once
      watchbill.heavy.deadline
      watchbill.heavy.most
      watchbill.heavy.most-of-one-caller
      watchbill.heavy.patience
      watchbill.history.keep
      watchbill.http.behind-proxy
      watchbill.http.body-budget
      watchbill.http.body-deadline
      watchbill.http.connections
      watchbill.http.connections-of-one-source
      watchbill.http.held-of-streamed
      watchbill.http.machine-body-budget
      watchbill.http.max-json-body
      watchbill.http.streamed-paths
      watchbill.http.trusted-proxies
      watchbill.http.unread-answers
      watchbill.intake.deadline
      watchbill.intake.keep
      watchbill.intake.keep-of-oversized
      watchbill.intake.max-body
      watchbill.link-secret
      watchbill.links.valid-for
      watchbill.log.json
      watchbill.loops.idle
      watchbill.loops.longest
      watchbill.outbound.allowed-networks
      watchbill.outbound.timeout
      watchbill.peers.<name>.connect-timeout
      watchbill.peers.<name>.read-timeout
      watchbill.peers.<name>.url
      watchbill.public-url
      watchbill.rehearsal.deadline
      watchbill.schema-reader
      watchbill.schema-version
      watchbill.service-key
      watchbill.sessions.idle
      watchbill.sessions.longest
      watchbill.shifts.max-range
      watchbill.shifts.max-turns
      """;

  /** Of the script and its programs, whose environment the services of a laptop inherit. */
  private static final List<String> OF_TOOLS =
      List.of("watchbill.build", "watchbill.native", "watchbill.key");

  private KnownSettings() {}

  /** Returns the names, in which {@code <name>} stands for any. */
  public static List<String> names() {
    return NAMES.lines().toList();
  }

  static List<String> ofTools() {
    return OF_TOOLS;
  }
}
