package io.watchbill.rotation.coverage;

import io.watchbill.kit.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the escalation service which people no page can reach. */
@ApplicationScoped
class Contacts {
  private static final Logger LOG = Logger.getLogger(Contacts.class);

  private final Peers peers;
  private volatile @Nullable ContactClient client;

  Contacts(Peers peers) {
    this.peers = peers;
  }

  /**
   * Returns the people without a verified contact method; empty when the escalation service does
   * not answer.
   */
  Optional<Set<String>> unreachable(Collection<String> people) {
    Set<String> without = new TreeSet<>();
    try {
      for (String person : people) {
        if (!client().methods(person).areVerified()) {
          without.add(person);
        }
      }
      return Optional.of(without);
    } catch (RuntimeException e) {
      LOG.infof("Could not read contact methods: %s", e);
      return Optional.empty();
    }
  }

  private ContactClient client() {
    if (client == null) {
      client = peers.client(ContactClient.class, "escalation");
    }
    return client;
  }
}
