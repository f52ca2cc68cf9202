package io.watchbill.rotation;

import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.ServicePages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesTest extends ServicePages {
  private final String id = unique("security");

  @BeforeEach
  void aRotation() {
    rotation(id, weekly("primary", "2026-01-05T09:00", "alice bob charlie"));
  }

  /** An executable has only the languages that it was built with. */
  @Test
  void daysAreNamedInTheLanguageOfTheBrowser() {
    assertThat(page("/schedules/" + id, "en")).contains("Wed ").doesNotContain("Mi. ");
    assertThat(page("/schedules/" + id, "de")).contains("Mi. ").doesNotContain("Wed ");
  }

  @Override
  protected List<String> pages() {
    return Stream.concat(
            Stream.of(
                "/on-call",
                "/schedules",
                "/schedules/new",
                "/people",
                "/people/alice",
                "/teams",
                "/keys",
                "/me",
                "/parked-events/rotation"),
            Stream.of("", "/edit", "/override", "/fairness", "/history")
                .map(part -> "/schedules/" + id + part))
        .toList();
  }
}
