package io.watchbill.rotation.fairness;

import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.weekly;

import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A rotation that is not fair, on the Monday on which a turn begins. */
public abstract class UnevenRotation {
  @Inject protected MovableTime time;

  protected final String own = Ids.next().toString().substring(24);
  protected final String id = "rotation-" + own;
  protected final String alice = "alice-" + own;
  protected final String bob = "bob-" + own;
  protected final String charlie = "charlie-" + own;
  protected final String dave = "dave-" + own;

  /** Alice has every second week, bob and charlie every fourth; bob's begins now. */
  @BeforeEach
  protected void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    people(alice, bob, charlie, dave);
    rotation(id, primary(alice, bob, alice, charlie));
  }

  @AfterEach
  protected void timeIsAsItWas() {
    time.reset();
  }

  protected static String primary(String... turns) {
    return weekly("primary", "2026-12-28T09:00", String.join(" ", turns));
  }
}
