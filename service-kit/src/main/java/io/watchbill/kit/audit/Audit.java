package io.watchbill.kit.audit;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * The audit log: actions of people that no other table records, stored with their effect and
 * logged.
 */
@ApplicationScoped
public class Audit {
  private static final Logger LOG = Logger.getLogger(Audit.class);

  /**
   * Writes an entry in the transaction of the action.
   *
   * @param actor who did it, as {@code kind:id}
   * @param action what was done, as a verb and its object: {@code drop-event}
   * @param subject the id of what it was done to
   * @param detail further facts, without secrets
   */
  public void record(Tx tx, String actor, String action, String subject, String detail) {
    tx.send(
        """
        INSERT INTO audit_entry (id, at, actor, action, subject, detail)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        Ids.next(),
        tx.now(),
        actor,
        action,
        subject,
        detail);
    tx.afterCommit(() -> LOG.infof("audit: %s by %s on %s: %s", action, actor, subject, detail));
  }
}
