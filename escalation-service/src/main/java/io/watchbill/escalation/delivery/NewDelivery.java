package io.watchbill.escalation.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery to be stored.
 *
 * @param method id of the contact method
 * @param due when it is to be sent; lateness is measured from here
 * @param giveUpAt after this instant a failed attempt is the last
 */
public record NewDelivery(
    UUID id,
    UUID page,
    UUID incident,
    String method,
    Destination to,
    Instant due,
    Instant giveUpAt) {}
