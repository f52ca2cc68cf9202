package io.watchbill.incident.board;

import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentAnswers;
import io.watchbill.incident.incident.IncidentLists;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds incidents by their reference, or by words of their titles. */
@ApplicationScoped
class SearchReader {
  private static final int SHOWN = 50;
  private static final int WORDS = 8;
  private static final Pattern REFERENCE = Pattern.compile("(?:INC-)?([0-9]{1,18})");

  private final Database database;
  private final IncidentPageReader pages;
  private final IncidentLists lists;
  private final IncidentAnswers answers;
  private final Visibility visibility;

  SearchReader(
      Database database,
      IncidentPageReader pages,
      IncidentLists lists,
      IncidentAnswers answers,
      Visibility visibility) {
    this.database = database;
    this.pages = pages;
    this.lists = lists;
    this.answers = answers;
    this.visibility = visibility;
  }

  /** Returns the reference of the incident that "INC-7" or "7" names; empty if there is none. */
  Optional<String> reference(Principal caller, String text) {
    return Optional.of(REFERENCE.matcher(text.toUpperCase(Locale.ROOT)))
        .filter(found -> found.matches())
        .flatMap(found -> existing(caller, "INC-" + found.group(1)));
  }

  private Optional<String> existing(Principal caller, String reference) {
    try {
      return Optional.of(pages.reference(caller, reference));
    } catch (Problem e) {
      if (e.error() != KitError.NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Returns the newest incidents whose titles have all the words. */
  SearchPage search(Principal caller, String text) {
    List<String> words =
        Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).limit(WORDS).toList();
    if (words.isEmpty()) {
      return new SearchPage("", List.of(), true);
    }
    VisibleIncidents visible = visibility.to(caller);
    return database.read(
        tx -> {
          List<Incident> found = lists.search(tx, visible, words, SHOWN + 1);
          return new SearchPage(
              text,
              found.stream().limit(SHOWN).map(incident -> answers.view(tx, incident)).toList(),
              found.size() <= SHOWN);
        });
  }
}
