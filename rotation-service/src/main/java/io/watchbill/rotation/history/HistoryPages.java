package io.watchbill.rotation.history;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.text.TextDiff;
import io.watchbill.rotation.editor.DefinitionText;
import io.watchbill.rotation.history.HistoryPage.Change;
import io.watchbill.rotation.history.HistoryPage.State;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.rotation.RotationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what the page of a schedule's versions shows. */
@ApplicationScoped
class HistoryPages {
  private static final int SHOWN = 10;
  private static final String PERSON = "person:";

  private final Database database;
  private final RotationService rotations;
  private final DefinitionText text;
  private final KnownPeople people;
  private final Clock clock;

  HistoryPages(
      Database database,
      RotationService rotations,
      DefinitionText text,
      KnownPeople people,
      Clock clock) {
    this.database = database;
    this.rotations = rotations;
    this.text = text;
    this.people = people;
    this.clock = clock;
  }

  /** Reads the versions before a number, and one more, from which the last one differs. */
  HistoryPage read(String id, int before) {
    List<RotationView> versions = rotations.versionsBefore(id, before, SHOWN + 1);
    Map<String, String> names = names(versions);
    int shown = Math.min(SHOWN, versions.size());
    return new HistoryPage(
        rotations.get(id).rotation(),
        IntStream.range(0, shown).mapToObj(index -> change(versions, index, names)).toList(),
        versions.size() > SHOWN ? number(versions.get(SHOWN - 1)) : 0);
  }

  private Change change(List<RotationView> versions, int index, Map<String, String> names) {
    RotationView version = versions.get(index);
    boolean first = index + 1 == versions.size();
    String author = requireNonNull(version.author());
    return new Change(
        number(version),
        names.getOrDefault(author, author),
        requireNonNull(version.madeAt()),
        requireNonNull(version.since()),
        state(version),
        first,
        first ? List.of() : lines(versions.get(index + 1), version));
  }

  private List<TextDiff.Line> lines(RotationView before, RotationView after) {
    return TextDiff.of(text.of(before), text.of(after));
  }

  private State state(RotationView version) {
    if (number(version) == requireNonNull(version.inForce())) {
      return State.IN_FORCE;
    }
    return requireNonNull(version.since()).isAfter(clock.instant()) ? State.PLANNED : State.PAST;
  }

  private static int number(RotationView version) {
    return requireNonNull(version.version());
  }

  /** Returns the names of authors who are people, by how versions name them. */
  private Map<String, String> names(List<RotationView> versions) {
    List<String> ids =
        versions.stream()
            .map(version -> requireNonNull(version.author()))
            .filter(author -> author.startsWith(PERSON))
            .map(author -> author.substring(PERSON.length()))
            .distinct()
            .toList();
    return database.read(tx -> people.names(tx, ids)).entrySet().stream()
        .collect(Collectors.toMap(name -> PERSON + name.getKey(), Map.Entry::getValue));
  }
}
