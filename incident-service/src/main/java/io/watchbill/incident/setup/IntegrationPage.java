package io.watchbill.incident.setup;

import io.watchbill.incident.intake.RequestView;
import io.watchbill.incident.integration.IntegrationView;
import io.watchbill.kit.page.Refusal;
import java.util.Optional;

/**
 * What the page of an integration shows.
 *
 * @param accepted the newest request that was accepted
 * @param refused the newest one that was not
 * @param refusal why what was just asked for was not done
 * @param once makes two presses one test alert
 */
public record IntegrationPage(
    IntegrationView integration,
    Snippets snippets,
    Optional<RequestView> accepted,
    Optional<RequestView> refused,
    Optional<Refusal> refusal,
    String once) {}
