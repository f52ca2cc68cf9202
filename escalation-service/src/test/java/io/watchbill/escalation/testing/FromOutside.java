package io.watchbill.escalation.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all tests have in common that use the service from outside: names of their own, words,
 * fakes. They need nothing of the process, so they also try the packaged service.
 */
@QuarkusTestResource(PeerServices.class)
public abstract class FromOutside {

  /** Tests share one database: each has a team, rotation and people of its own. */
  protected final String own = "t" + UUID.randomUUID().toString().substring(0, 8);

  protected final FakeRotations rotations = FakeRotations.running();
  protected final FakeIncidents incidents = FakeIncidents.running();
  private final List<Incident> opened = new ArrayList<>();

  @BeforeEach
  void listen() {
    Mailbox.start();
  }

  @AfterEach
  void leaveNothing() {
    rotations.down(false);
    incidents.down(false);
    opened.forEach(Incident::resolved);
    archive();
  }

  /** Archives the policy, so that its rotation is not asked for any more. */
  private void archive() {
    Answer.to("DELETE", "/v1/policies/" + own, TestKeys.admin(), "", 204, 404, 409);
  }

  protected static RequestSpecification admin() {
    return given().auth().oauth2(TestKeys.admin()).contentType("application/json");
  }

  protected static RequestSpecification viewer() {
    return given().auth().oauth2(TestKeys.viewer()).contentType("application/json");
  }

  /** A name that only this test has. */
  protected String named(String name) {
    return own + "-" + name;
  }

  protected String mail(String person) {
    return named(person) + "@example.org";
  }

  protected void reachableByMail(String... people) {
    for (String person : people) {
      contact(named(person), "mail", "email", mail(person));
    }
  }

  protected void contact(String person, String id, String kind, String address) {
    String path = "/v1/contact-methods/%s/%s".formatted(person, id);
    String body = "{\"kind\": \"%s\", \"address\": \"%s\"}".formatted(kind, address);
    Answer.to("PUT", path, TestKeys.admin(), body, 201);
  }

  /** A rotation of this test's own, its people too. */
  protected void rotation(String... rolesAndPeople) {
    String[] all = rolesAndPeople.clone();
    for (int i = 1; i < all.length; i += 2) {
      all[i] = named(all[i]);
    }
    rotations.standing(own, all);
  }

  /** The default policy of this test's team, whose shifts are then cached. */
  protected void policy(String... steps) {
    putPolicy(own, "\"defaultFor\": [\"" + own + "\"]", steps);
  }

  protected void putPolicy(String id, String more, String... steps) {
    String body =
        "{\"name\": \"%s\", %s, \"steps\": [%s]}".formatted(id, more, String.join(",", steps));
    Answer.to("PUT", "/v1/policies/" + id, TestKeys.admin(), body, 200, 201);
  }

  /** A step; more fields may be added. */
  protected String step(String name, String role, String... more) {
    String fields = more.length == 0 ? "" : ", " + String.join(", ", more);
    return "{\"name\": \"%s\", \"notify\": [{\"rotation\": \"%s\", \"role\": \"%s\"}]%s}"
        .formatted(name, own, role, fields);
  }

  protected Incident open(String severity, String... tags) {
    return open(new Incident(own, severity, now(), tags));
  }

  protected Incident open(Incident incident) {
    opened.add(incident);
    return incident.sent();
  }

  /** What the service takes for now: in this process other tests may have moved its time. */
  protected Instant now() {
    ArcContainer beans = Arc.container();
    return beans == null
        ? Clock.systemUTC().instant()
        : beans.instance(MovableTime.class).get().now();
  }

  protected static void soon(ThrowingRunnable check) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(150))
        .untilAsserted(check);
  }

  /** Waits some iterations of every loop: what was to happen would have happened. */
  protected static void turnsPass() {
    await().pollDelay(Duration.ofMillis(900)).until(() -> true);
  }

  /** Plants what no request brings about. */
  protected static void plant(String sql) {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  protected static Answer get(String path) {
    return Answer.to(path);
  }

  /** The targets of an incident's pages, without this test's prefix, in their order. */
  protected List<String> paged(Incident incident) {
    return this.<String>values("/v1/pages?limit=500&incident=" + incident.id, "items.target")
        .stream()
        .map(target -> target.replace(own + "-", ""))
        .toList();
  }

  protected <T> List<T> values(String path, String field) {
    return get(path).getList(field);
  }

  protected List<String> alarms(Incident incident) {
    return values("/v1/alarms?incident=" + incident.id, "items.kind");
  }

  protected List<String> outcomes(Incident incident) {
    return values("/v1/escalations?incident=" + incident.id, "items[0].steps.outcome");
  }

  /** Waits until exactly these were paged. */
  protected void awaitPaged(Incident incident, String... people) {
    soon(() -> assertThat(paged(incident)).containsExactlyInAnyOrder(people));
  }

  /** The path of the acknowledge link in the newest mail to a person. */
  protected String linkOf(String person) {
    soon(() -> assertThat(Mailbox.of(mail(person))).isNotEmpty());
    try {
      String text = Mailbox.of(mail(person)).getLast().getContent().toString();
      String link =
          text.lines()
              .filter(line -> line.startsWith("Acknowledge: "))
              .findFirst()
              .orElseThrow()
              .substring("Acknowledge: ".length());
      return link.replace("http://watchbill.test", "");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
