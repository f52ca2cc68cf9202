package io.watchbill.testkit;

import io.watchbill.kit.id.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Sample calls of each operation in {@link RightsTable}, by its id: made anew after each caller who
 * was let in, so that one caller's deletions do not affect the next.
 */
public final class Samples {
  private final Map<String, Supplier<Call>> calls = new TreeMap<>();
  private final Set<String> neverDone = new TreeSet<>();
  private final Map<String, Supplier<Call>> pages = new TreeMap<>();
  private final Map<String, Supplier<Call>> forms = new TreeMap<>();

  /** One call: where, and with what. */
  public record Call(String path, String type, String body) {
    /** A call without a body. */
    public static Call of(String path) {
      return new Call(path, "application/json", "");
    }

    public static Call json(String path, String body) {
      return new Call(path, "application/json", body);
    }

    /** A form as a browser sends it. */
    public static Call form(String path, String fields) {
      return new Call(path, "application/x-www-form-urlencoded", fields);
    }
  }

  /** An operation that is called the same way by everybody. */
  public Samples with(String operation, String path) {
    return with(operation, () -> Call.of(path));
  }

  public Samples with(String operation, String path, String json) {
    return with(operation, () -> Call.json(path, json));
  }

  /** An operation that needs something new for each caller who is let in. */
  public Samples with(String operation, Supplier<Call> call) {
    calls.put(operation, call);
    return this;
  }

  /** The samples of every service for its parked events. */
  public Samples withParkedEvents(String service) {
    String page = "/parked-events/" + service;
    String path = "/v1" + page;
    return with("listParkedEvents", path)
        .with("retryParkedEvent", () -> Call.of(path + "/" + parked(service) + "/retry"))
        .with("dropParkedEvent", () -> Call.of(path + "/" + parked(service)))
        .withForm(
            page + "/{id}/retry", () -> Call.form(page + "/" + parked(service) + "/retry", ""))
        .withForm(page + "/{id}/drop", () -> Call.form(page + "/" + parked(service) + "/drop", ""));
  }

  /** The sample of every service for its doctor. */
  public Samples withDoctor(String service) {
    return with("examineService", "/v1/doctor/" + service);
  }

  /** Stores an event that is parked; its id. */
  private static String parked(String service) {
    String id = Ids.next().toString();
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO %s.outbox (id, destination, type, subject, priority, created_at,"
                        .formatted(service)
                    + " next_attempt_at, parked_at) VALUES (?::uuid, 'nobody', 'of.test', 'x', 0,"
                    + " now(), now(), now())")) {
      statement.setString(1, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  /** An operation that nobody brings to its end in the test: a fault of the request is a yes. */
  public Samples neverDone(String operation, Supplier<Call> call) {
    neverDone.add(operation);
    return with(operation, call);
  }

  /**
   * A page, or a fragment, whose path has something in it that varies: {@code /incidents/{id}}.
   *
   * @param path where it is opened
   */
  public Samples withPage(String pattern, String path) {
    pages.put(pattern, () -> Call.of(path));
    return this;
  }

  /** A form that is sent the same way by everybody. */
  public Samples withForm(String pattern, String path, String fields) {
    return withForm(pattern, () -> Call.form(path, fields));
  }

  /** A form that nobody brings to its end in the test. */
  public Samples withFormNeverDone(String pattern, String path, String fields) {
    neverDone.add(pattern);
    return withForm(pattern, path, fields);
  }

  /** A form that needs something new for each caller who is let in. */
  public Samples withForm(String pattern, Supplier<Call> call) {
    forms.put(pattern, call);
    return this;
  }

  /** The page at a path; without a sample it is opened there. */
  Call page(String pattern) {
    return sample(pages, pattern);
  }

  /** The form at a path; without a sample it is sent empty. */
  Call form(String pattern) {
    return sample(forms, pattern);
  }

  private static Call sample(Map<String, Supplier<Call>> samples, String pattern) {
    if (samples.containsKey(pattern)) {
      return samples.get(pattern).get();
    }
    if (pattern.contains("{")) {
      throw new AssertionError("there is no sample of " + pattern);
    }
    return Call.form(pattern, "");
  }

  Set<String> pages() {
    return pages.keySet();
  }

  Set<String> forms() {
    return forms.keySet();
  }

  Optional<Call> of(String operation) {
    return Optional.ofNullable(calls.get(operation)).map(Supplier::get);
  }

  boolean isDoneBySomebody(String operation) {
    return !neverDone.contains(operation);
  }

  Set<String> operations() {
    return calls.keySet();
  }
}
