package io.watchbill.incident.intake;

import io.watchbill.incident.dialect.AlertGroup;
import io.watchbill.incident.dialect.IncomingMessage;
import io.watchbill.incident.dialect.IncomingMessage.Resolution;
import io.watchbill.incident.integration.Integration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides where the groups of a message go: a pure function of the message and the integration. All
 * of them go to the integration's team so far. They come in the order of their hashes, so that two
 * messages lock the same groups in the same order.
 */
final class Routing {
  private Routing() {}

  static List<RoutedGroup> route(IncomingMessage message, Integration integration) {
    boolean resolves =
        integration.resolving().withAlerts() && message.resolution() == Resolution.SAID_BY_SENDER;
    return message.groups().stream()
        .sorted(Comparator.comparing(AlertGroup::hash, Arrays::compare))
        .map(
            group ->
                new RoutedGroup(
                    group, integration.id(), integration.recipient(), resolves, message.isCut()))
        .toList();
  }
}
