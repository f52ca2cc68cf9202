package io.watchbill.cli.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.output.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds who is meant: {@code carol} is a person, or a rotation whose first role is meant; {@code
 * security/lead} is a role; {@code person:carol} is a person, also where a rotation has that id.
 */
public record Recipients(Api api) {
  private static final String PERSON = "person:";

  public Recipient find(String text) {
    if (text.startsWith(PERSON)) {
      String id = Names.id("person", text.substring(PERSON.length()));
      return person(id).orElseThrow(() -> nobody(id));
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      String id = Names.id("rotation", text.substring(0, slash));
      return rotation(id, Optional.of(text.substring(slash + 1))).orElseThrow(() -> nobody(id));
    }
    Names.id("person or rotation", text);
    Optional<Recipient> person = person(text);
    Optional<Recipient> rotation = rotation(text, Optional.empty());
    if (person.isPresent() && rotation.isPresent()) {
      throw Failure.usage(
          "'%1$s' is a person and a rotation; say person:%1$s or %1$s/ROLE".formatted(text));
    }
    return person.or(() -> rotation).orElseThrow(() -> nobody(text));
  }

  /** Returns the teams that a person is a member of. */
  public List<String> teams(Recipient recipient) {
    List<String> teams = new ArrayList<>();
    if (recipient instanceof Recipient.Person person) {
      api.each(
          Service.ROTATION,
          "/v1/teams?limit=500",
          team -> {
            if (team.path("members").valueStream().anyMatch(m -> m.asText().equals(person.id()))) {
              teams.add(Texts.of(team, "id"));
            }
          });
    }
    return teams;
  }

  private Optional<Recipient> person(String id) {
    return api.find(Service.ROTATION, "/v1/people/" + id)
        .map(person -> new Recipient.Person(id, team(person)));
  }

  private Optional<Recipient> rotation(String id, Optional<String> role) {
    return api.find(Service.ROTATION, "/v1/rotations/" + id)
        .map(
            rotation ->
                new Recipient.Role(
                    id,
                    role.orElseGet(() -> rotation.at("/roles/0/name").asText()),
                    team(rotation)));
  }

  private static Optional<String> team(JsonNode owner) {
    return Optional.of(Texts.of(owner, "team")).filter(team -> !team.isEmpty());
  }

  private static Failure nobody(String id) {
    return new Failure(ExitCode.NOT_FOUND, "there is no person and no rotation '%s'".formatted(id));
  }
}
