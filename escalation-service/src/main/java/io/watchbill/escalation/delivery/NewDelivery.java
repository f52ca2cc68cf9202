package io.watchbill.escalation.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery to be stored.
 *
 * @param due when it is to be handed over; lateness is measured from here
 * @param giveUpAt after this instant a failed attempt is the last
 */
public record NewDelivery(
    UUID id,
    UUID page,
    UUID incident,
    String method,
    String kind,
    String address,
    String secret,
    String provider,
    Instant due,
    Instant giveUpAt) {}
