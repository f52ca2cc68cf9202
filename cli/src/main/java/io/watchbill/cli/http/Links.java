package io.watchbill.cli.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Link} of lists. */
final class Links {
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

  private Links() {}

  /**
   * Returns the path and query of the next page. Only its query is taken: a link does not lead to
   * another host or list.
   *
   * @param path that of this page
   */
  static Optional<String> next(Optional<String> header, String path) {
    return header
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(matcher -> URI.create(matcher.group(1)).getRawQuery())
        .map(query -> path.replaceAll("\\?.*", "") + "?" + query);
  }
}
