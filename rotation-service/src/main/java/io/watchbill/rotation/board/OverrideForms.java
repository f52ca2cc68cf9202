package io.watchbill.rotation.board;

import io.watchbill.kit.database.Database;
import io.watchbill.rotation.override.OverrideRequest;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.preview.Preview;
import io.watchbill.rotation.preview.PreviewService;
import io.watchbill.rotation.rotation.RoleDefinition;
import io.watchbill.rotation.rotation.RotationService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads what the form of an override offers, and what it would change. */
@ApplicationScoped
class OverrideForms {
  private static final int DAYS = 60;
  private static final int MOST_PEOPLE = 1_000;

  private final Database database;
  private final RotationService rotations;
  private final PreviewService previews;
  private final KnownPeople people;
  private final Clock clock;

  OverrideForms(
      Database database,
      RotationService rotations,
      PreviewService previews,
      KnownPeople people,
      Clock clock) {
    this.database = database;
    this.rotations = rotations;
    this.previews = previews;
    this.people = people;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  List<String> roles(String rotation) {
    return rotations.get(rotation).rotation().roles().stream().map(RoleDefinition::name).toList();
  }

  Map<String, String> people() {
    return database.read(tx -> people.present(tx, MOST_PEOPLE));
  }

  Preview preview(String rotation, OverrideRequest request) {
    return previews.preview(rotation, request, DAYS);
  }
}
