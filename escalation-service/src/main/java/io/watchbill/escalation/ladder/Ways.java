package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.contact.ContactBook;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** By which channels people and webhooks would get their pages. */
@ApplicationScoped
class Ways {
  private static final String HOOK = "webhook:";

  private final Database database;
  private final ContactBook contacts;

  Ways(Database database, ContactBook contacts) {
    this.database = database;
    this.contacts = contacts;
  }

  /**
   * A way.
   *
   * @param later how long after the page; empty for at once
   */
  @TemplateData
  public record Way(String kind, String later) {}

  /**
   * The ways of several targets.
   *
   * @param unverified the people of whom no way is verified
   */
  record Known(Map<String, List<Way>> byTarget, Set<String> unverified) {
    List<Way> of(String target) {
      return byTarget.getOrDefault(target, List.of());
    }
  }

  /** Returns the ways of targets as a dry run names them. */
  Known of(Collection<String> targets, Locale language) {
    Set<String> people = new TreeSet<>();
    Set<String> hooks = new TreeSet<>();
    for (String target : targets) {
      if (target.startsWith(HOOK)) {
        hooks.add(target.substring(HOOK.length()));
      } else {
        people.add(target);
      }
    }
    return database.read(
        tx -> {
          Map<String, List<Way>> found = new HashMap<>();
          contacts.people(tx, people).forEach((id, ways) -> found.put(id, words(ways, language)));
          contacts
              .webhooks(tx, hooks)
              .forEach((id, ways) -> found.put(HOOK + id, words(ways, language)));
          return new Known(found, contacts.unverified(tx, people));
        });
  }

  private static List<Way> words(List<Reachable> ways, Locale language) {
    return ways.stream()
        .map(
            way ->
                new Way(
                    way.kind(),
                    way.delay().equals(Duration.ZERO) ? "" : SpanWords.of(way.delay(), language)))
        .toList();
  }
}
