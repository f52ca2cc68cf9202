package io.watchbill.escalation.reach;

import static io.watchbill.escalation.testing.Browser.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on which people say how they are reached. */
@QuarkusTest
class ContactsPageTest extends FromOutside {
  private static final Pattern CODE = Pattern.compile("Code: ([0-9]{6})");

  private Browser alice;
  private String path;

  @BeforeEach
  void signedIn() {
    rotation("primary", "alice");
    TestKeys.grant(named("alice"), "viewer", "");
    alice = Browser.of(TestKeys.person(named("alice")));
    path = "/contact-methods/" + named("alice");
  }

  private void add(String kind, String address) {
    alice
        .send(path, Map.of("kind", kind, "address", address, "id", ""))
        .statusCode(303)
        .header("Location", endsWith(path));
  }

  private String code() {
    soon(() -> assertThat(Mailbox.of(mail("alice"))).isNotEmpty());
    Matcher code = CODE.matcher(GreenMailUtil.getBody(Mailbox.of(mail("alice")).getLast()));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @Test
  void aMethodIsAddedVerifiedAndRemoved() {
    assertThat(alice.page("/contact-methods")).contains("No contact method");
    add("email", mail("alice"));
    add("email", mail("alice"));
    assertThat(alice.page("/contact-methods"))
        .contains("<tr id=\"method-email\">", mail("alice"), "not verified", "Send a code")
        .doesNotContain("email-2");

    alice
        .send(path + "/email/code", Map.of())
        .statusCode(303)
        .header("Location", endsWith(path + "?sent=email"));
    assertThat(alice.page(path + "?sent=email")).contains("A code was sent to email.");
    assertThat(alice.page(path + "?sent=nothing-of-mine")).doesNotContain("A code was sent");
    alice.send(path + "/email/verify", Map.of("code", code())).statusCode(303);
    assertThat(alice.page(path)).contains("verified").doesNotContain("not verified");

    alice.send(path + "/email/remove", Map.of()).statusCode(303);
    assertThat(alice.page(path)).doesNotContain(mail("alice"));
  }

  @Test
  void aWrongCodeIsSaidAtItsFieldAndKept() {
    add("email", mail("alice"));
    alice.send(path + "/email/code", Map.of()).statusCode(303);
    String wrong = code().equals("123456") ? "654321" : "123456";

    alice
        .send(path + "/email/verify", Map.of("code", wrong))
        .statusCode(400)
        .body(containsString("Wrong code; attempts left"))
        .body(containsString("value=\"" + wrong + "\""))
        .body(containsString("aria-invalid"));
    alice.send(path + "/email/verify", Map.of("code", "one")).statusCode(400);
    alice
        .in("de")
        .send(path + "/email/code", Map.of())
        .statusCode(429)
        .body(containsString("Nicht ausgef"));
  }

  @Test
  void anAddressThatIsRefusedIsKept() {
    alice
        .send(path, Map.of("kind", "email", "address", HOSTILE, "id", "my-mail"))
        .statusCode(400)
        .body(containsString("value=\"&lt;img src=x"))
        .body(containsString("value=\"my-mail\""))
        .body(not(containsString("<img")));
  }

  @Test
  void theSecretOfAWebhookIsShownOnce() {
    alice
        .send(path, Map.of("kind", "webhook", "address", "https://example.org/x", "id", "hook"))
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body(containsString("whsec_"));
    assertThat(alice.page(path)).contains("https://example.org/x").doesNotContain("whsec_");
  }

  @Test
  void rulesSayWhichMethodIsUsedWhen() {
    add("email", mail("alice"));
    add("terminal", "desk");
    assertThat(alice.page(path)).contains("immediately");

    alice
        .send(path + "/rules", Map.of("delay-email", "90 s", "delay-terminal", ""))
        .statusCode(303);
    assertThat(alice.page(path)).contains("after 90 s", "not used", "value=\"90 s\"");
    alice
        .send(path + "/email/remove", Map.of())
        .statusCode(409)
        .body(containsString("A notification rule names this contact method."));
    alice
        .send(path + "/rules", Map.of("delay-email", "soon", "delay-terminal", "7"))
        .statusCode(400)
        .body(containsString("A number of minutes"))
        .body(containsString("value=\"soon\""))
        .body(containsString("value=\"7\""));
  }

  @Test
  void aMethodThatFailsSaysSo() {
    policy(step("primary", "primary"));
    contact(named("alice"), "mail", "email", "refused-" + mail("alice"));
    Incident incident = open("P1");

    soon(() -> assertThat(paged(incident)).contains("alice"));
    soon(
        () ->
            assertThat(alice.page(path)).containsAnyOf("Last message", "The last message failed"));
  }

  @Test
  void othersSeeNoAddressAndChangeNothing() {
    add("email", mail("alice"));
    Browser viewer = Browser.of(TestKeys.viewer());

    assertThat(viewer.page(path))
        .contains("hidden")
        .doesNotContain(mail("alice"), "Remove", "Add a contact method");
    viewer.send(path, Map.of("kind", "terminal", "address", "x")).statusCode(403);
    viewer.send(path + "/email/remove", Map.of()).statusCode(403);
    viewer.send(path + "/email/code", Map.of()).statusCode(403);
    viewer.send(path + "/rules", Map.of("delay-email", "1")).statusCode(403);
  }

  @Test
  void whoIsNoPersonHasNoneAndTheFragmentIsAPart() {
    assertThat(Browser.admin().page("/contact-methods"))
        .contains("a key that does not belong to a person");
    assertThat(Browser.admin().page("/fragments/escalation/contact-methods"))
        .contains("a key that does not belong to a person")
        .doesNotContain("<html");
    add("email", mail("alice"));
    assertThat(alice.in("de").page("/fragments/escalation/contact-methods"))
        .contains(mail("alice"), "nicht geprüft", "Kontaktweg hinzufügen")
        .doesNotContain("<html");
  }
}
