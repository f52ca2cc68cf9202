package io.watchbill.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/** The command {@code sign-in}: links that sign people in, made by the rotation-service. */
final class SignIn {
  private static final String LINKS = "/v1/sign-in-links";

  /** More principals with rights than an installation on a laptop has. */
  private static final String GRANTS = "/v1/grants?limit=500";

  private final Installation installation;
  private final Clock clock = Clock.systemUTC();

  SignIn(Installation installation) {
    this.installation = installation;
  }

  /**
   * Makes a link and returns how to use it.
   *
   * @param named who signs in; an admin when nobody is named
   * @throws Refusal when there is nobody who could sign in
   */
  String run(Optional<String> named) {
    if (!installation.isReady()) {
      throw new Refusal("nothing is running; start it first with ./watchbill up");
    }
    String person =
        named
            .or(this::admin)
            .orElseThrow(
                () -> new Refusal("nobody is admin; name a person: ./watchbill sign-in alice"));
    Api.Answer answer = ask(person);
    if (answer.status() / 100 != 2) {
      throw new Refusal(
          "no link for %s: %s".formatted(person, answer.body().path("detail").asText("no answer")));
    }
    return SignInLink.of(answer.body(), clock.instant()).text() + ".";
  }

  /** Returns a link for an admin; empty when nobody is, or it cannot be made. */
  Optional<SignInLink> linkForAdmin() {
    try {
      return admin()
          .map(this::ask)
          .filter(answer -> answer.status() / 100 == 2)
          .map(answer -> SignInLink.of(answer.body(), clock.instant()));
    } catch (UncheckedIOException | Api.UnexpectedAnswer e) {
      return Optional.empty();
    }
  }

  private Optional<String> admin() {
    return rotation()
        .get(GRANTS)
        .expectSuccess(GRANTS)
        .path("items")
        .valueStream()
        .filter(SignIn::isAdmin)
        .map(item -> item.path("principal").asText())
        .findFirst();
  }

  private static boolean isAdmin(JsonNode item) {
    return item.path("kind").asText().equals("person")
        && item.path("grants")
            .valueStream()
            .anyMatch(grant -> grant.path("right").asText().equals("admin"));
  }

  private Api.Answer ask(String person) {
    return rotation()
        .post(LINKS, JsonNodeFactory.instance.objectNode().put("person", person).toString());
  }

  private Api rotation() {
    return installation.api(Service.ROTATION);
  }
}
