package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that anybody may open, by day and by night, at a desk and on a phone. */
class PagesIT extends BrowserTest {

  @ParameterizedTest
  @EnumSource
  void theStatusIsFine(Look look) {
    Screen screen = screen(look);

    assertThat(screen.open("/status")).isEqualTo(200);

    screen.isFine("status");
  }

  @ParameterizedTest
  @EnumSource
  void theErrorsAreFine(Look look) {
    Screen screen = screen(look);

    assertThat(screen.open("/errors.html")).isEqualTo(200);

    screen.isFine("errors");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotThereIsFine(Look look) {
    Screen screen = screen(look);

    assertThat(screen.open("/nothing-here")).isEqualTo(404);

    screen.isFine("not-found");
  }

  @Test
  void aPageIsAcknowledgedByTheLinkInIt() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew =
          new Crew(sandbox())
              .withPeople(receiver, "ann")
              .withStanding("primary:ann")
              .withPolicy(
                  """
                  {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
                  """);
      String reference = crew.open("Logins from two continents", "P1");
      await().atMost(20, SECONDS).until(() -> !receiver.pagesOf(reference).isEmpty());
      String link = receiver.pagesOf(reference).getFirst().path("acknowledge").asText();

      for (Look look : Look.values()) {
        Screen screen = screen(look);
        assertThat(screen.open(link)).isEqualTo(200);
        screen.isFine("acknowledge");
      }
      Screen phone = screen(Look.PHONE);
      phone.open(link);
      phone.page().getByRole(AriaRole.BUTTON).click();

      phone.page().getByText("Acknowledged by").waitFor();
      phone.isFine("acknowledged");
      await().atMost(10, SECONDS).until(() -> crew.stateOf(reference).equals("acknowledged"));
    }
  }
}
