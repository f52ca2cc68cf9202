package io.watchbill.escalation.delivery;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Finds the delivery that a reply or a receipt belongs to: by the provider's message id, or, where
 * the reply names none, by the address that it came from. Looks into history, too.
 */
@ApplicationScoped
public class DeliveryFinder {
  private static final String FIND =
      """
      SELECT %s
        FROM (SELECT * FROM delivery WHERE %s UNION ALL SELECT * FROM past_delivery WHERE %s) AS d
        JOIN (SELECT * FROM page UNION ALL SELECT * FROM past_page) AS p
          ON p.id = d.page AND p.incident = d.incident
       ORDER BY d.id DESC LIMIT $3
      """;

  private static final String BY_MESSAGE = find("kind = $1 AND provider_message_id = $2");

  private static final String BY_ADDRESS = find("kind = $1 AND address = $2");

  private static String find(String which) {
    return FIND.formatted(DeliveryRows.REF, which, which);
  }

  /** Returns the delivery that the provider knows by this id. */
  public Optional<DeliveryRef> byMessage(Tx tx, String kind, String providerMessageId) {
    return tx.one(BY_MESSAGE, kind, providerMessageId, 1L).map(DeliveryRows::ref);
  }

  /** Returns the newest deliveries to an address, the newest first. */
  public List<DeliveryRef> toAddress(Tx tx, String kind, String address, int limit) {
    return tx.query(BY_ADDRESS, kind, address, (long) limit).stream()
        .map(DeliveryRows::ref)
        .toList();
  }
}
