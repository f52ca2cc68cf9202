package io.watchbill.incident.alert;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags: short words, without blanks around them, at most 50 of them on anything. */
public final class Tags {
  public static final int MAX_LENGTH = 64;
  public static final int MAX_COUNT = 50;

  private Tags() {}

  /** Returns the tags of a comma-separated label. */
  public static Set<String> split(@Nullable String label) {
    return label == null ? Set.of() : clean(Arrays.stream(label.split(",")));
  }

  /** Returns the words as tags: cleaned, shortened, without empty ones. */
  public static Set<String> of(Collection<String> words) {
    return clean(words.stream());
  }

  private static Set<String> clean(Stream<String> words) {
    Set<String> tags = new TreeSet<>();
    words
        .map(word -> new Cleaner().line(word, MAX_LENGTH))
        .filter(word -> !word.isEmpty())
        .limit(MAX_COUNT)
        .forEach(tags::add);
    return tags;
  }
}
