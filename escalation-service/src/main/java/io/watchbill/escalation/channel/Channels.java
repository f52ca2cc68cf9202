package io.watchbill.escalation.channel;

import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The channels that this replica has, by their kinds. A stored kind that is not among them belongs
 * to a newer replica, or to a channel that was removed.
 */
@ApplicationScoped
public class Channels {
  private static final Logger LOG = Logger.getLogger(Channels.class);

  private final Map<String, Channel> byKind = new TreeMap<>();

  Channels(Instance<Channel> beans) {
    for (Channel channel : beans) {
      if (byKind.put(channel.kind(), channel) != null) {
        throw new IllegalStateException("two channels of the kind '" + channel.kind() + "'");
      }
    }
  }

  public Collection<Channel> all() {
    return byKind.values();
  }

  public Collection<String> kinds() {
    return byKind.keySet();
  }

  /** Returns the channel of a stored kind; empty if this replica has none. */
  public Optional<Channel> find(@Nullable String kind) {
    return Optional.ofNullable(kind).map(byKind::get);
  }

  /**
   * Returns the channel of a kind that a caller wants to use.
   *
   * @throws Problem that points at {@code /kind}
   */
  public Channel require(String kind) {
    return find(kind)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "/kind", "The kind is one of " + String.join(", ", byKind.keySet()) + "."));
  }

  /** Returns the bulkhead key of a stored address, whatever stands there. */
  public String provider(String kind, String address) {
    try {
      return find(kind).map(channel -> channel.provider(address)).orElse(kind);
    } catch (RuntimeException e) {
      LOG.debugf("the address of a contact method of the kind %s has no provider: %s", kind, e);
      return kind;
    }
  }
}
