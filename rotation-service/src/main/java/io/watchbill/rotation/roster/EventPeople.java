package io.watchbill.rotation.roster;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.ical.CalendarFile.Happening;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the people in the events of other programs: by the e-mail addresses of attendees, or else
 * by an id or name that is the summary or a part of it, such as {@code On Call - Alice}.
 */
@ApplicationScoped
class EventPeople {
  private static final Pattern BETWEEN = Pattern.compile("\\s+[-–—|/]\\s+|[:,;()]+");

  private final KnownPeople people;

  EventPeople(KnownPeople people) {
    this.people = people;
  }

  /** Returns the people that each event names. */
  List<Set<String>> of(Tx tx, List<Happening> events) {
    Set<String> wanted = new HashSet<>();
    events.forEach(event -> Stream.concat(mails(event), words(event)).forEach(wanted::add));
    Map<String, Set<String>> known = people.byWords(tx, wanted);
    return events.stream().map(event -> named(event, known)).toList();
  }

  private static Set<String> named(Happening event, Map<String, Set<String>> known) {
    Set<String> byMail = people(mails(event), known);
    return byMail.isEmpty() ? people(words(event), known) : byMail;
  }

  private static Set<String> people(Stream<String> words, Map<String, Set<String>> known) {
    Set<String> people = new TreeSet<>();
    words.forEach(word -> people.addAll(known.getOrDefault(word, Set.of())));
    return people;
  }

  private static Stream<String> mails(Happening event) {
    return event.attendees().stream().map(EventPeople::plain);
  }

  private static Stream<String> words(Happening event) {
    return Stream.concat(Stream.of(event.summary()), BETWEEN.splitAsStream(event.summary()))
        .map(EventPeople::plain)
        .filter(word -> !word.isEmpty());
  }

  private static String plain(String text) {
    return text.replace("\u0000", "").strip().toLowerCase(Locale.ROOT);
  }
}
