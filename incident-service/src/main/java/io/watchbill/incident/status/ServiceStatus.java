package io.watchbill.incident.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.peer.PeerStates.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of Watchbill: numbers and states, but no names and no texts of incidents, because
 * everybody may see it. Measured at most 15 seconds before.
 *
 * @param problems what is wrong, in words; empty when all is well
 * @param intake whether alerts are accepted
 * @param lastAccepted when a message of an integration was last accepted
 * @param oldestUnsentSeconds age of the oldest event that has not been sent to a peer service
 * @param parkedEvents events that a peer service could not read
 * @param openIncidents by severity
 */
@RegisterForReflection
@Schema(name = "ServiceStatus")
public record ServiceStatus(
    Instant at,
    @Schema(examples = "[\"The rotation-service is unreachable.\"]") List<String> problems,
    boolean intake,
    @Nullable Instant lastAccepted,
    @Schema(examples = "0") long oldestUnsentSeconds,
    @Schema(examples = "0") long parkedEvents,
    @Schema(examples = "{\"P0\": 0, \"P1\": 2, \"P2\": 1, \"P3\": 0}")
        Map<Severity, Long> openIncidents,
    boolean database,
    @Schema(examples = "{\"escalation\": \"UP\", \"rotation\": \"UP\"}") Map<String, State> peers) {

  private static final Duration LATE = Duration.ofMinutes(1);

  /** Returns the status with the problems that the measured values show. */
  static ServiceStatus of(
      Instant at,
      Optional<Instant> lastAccepted,
      Duration oldestUnsent,
      long parkedEvents,
      Map<Severity, Long> openIncidents,
      boolean database,
      boolean diskFull,
      Map<String, State> peers) {
    return new ServiceStatus(
        at,
        problems(database, diskFull, oldestUnsent, parkedEvents, peers),
        database && !diskFull,
        lastAccepted.orElse(null),
        oldestUnsent.toSeconds(),
        parkedEvents,
        openIncidents,
        database,
        peers);
  }

  /** Returns whether nothing is wrong. */
  @JsonProperty("ok")
  public boolean isOk() {
    return problems.isEmpty();
  }

  private static List<String> problems(
      boolean database,
      boolean diskFull,
      Duration oldestUnsent,
      long parked,
      Map<String, State> peers) {
    List<String> problems = new ArrayList<>();
    if (!database) {
      problems.add(
          "The database does not answer: no alert is accepted (senders get 503 and send again), and"
              + " the numbers here are old.");
    }
    if (diskFull) {
      problems.add(
          "The disk of the database is full: no alert is accepted (senders get 503 and send"
              + " again), and pages wait.");
    }
    if (oldestUnsent.compareTo(LATE) > 0) {
      problems.add(
          "An event has waited for %d seconds to be sent: pages for new incidents may be late."
              .formatted(oldestUnsent.toSeconds()));
    }
    if (parked > 0) {
      problems.add("%d events could not be read and wait for an operator.".formatted(parked));
    }
    peers.forEach(
        (name, state) -> {
          if (state == State.KEY_REFUSED) {
            problems.add(
                "The %s-service refuses this service's key, which must be replaced: %s"
                    .formatted(name, effect(name)));
          }
          if (state == State.UNREACHABLE || state == State.NOT_READY) {
            problems.add("The %s-service is %s: %s".formatted(name, state.words(), effect(name)));
          }
        });
    return List.copyOf(problems);
  }

  private static String effect(String peer) {
    return peer.equals("escalation")
        ? "alerts are stored, but nobody is paged about new ones."
        : "paging goes on with the shifts that are cached.";
  }
}
