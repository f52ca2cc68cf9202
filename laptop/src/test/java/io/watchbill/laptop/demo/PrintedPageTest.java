package io.watchbill.laptop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedPageTest {
  private static final String LINE =
      "PAGE alice (primary) [P0] INC-12: Brute force - at once - acknowledge:"
          + " http://127.0.0.1:8082/acknowledge/AaID-_x";

  @Test
  void theLinkIsTakenFromTheLine() {
    assertThat(PrintedPage.in(LINE).orElseThrow().link())
        .isEqualTo("http://127.0.0.1:8082/acknowledge/AaID-_x");
  }

  @Test
  void aPageIsAboutItsOwnIncidentOnly() {
    PrintedPage page = PrintedPage.in(LINE).orElseThrow();

    assertThat(page.isAbout("INC-12")).isTrue();
    assertThat(page.isAbout("INC-1")).isFalse();
  }

  @Test
  void aLineWithoutALinkIsNoPage() {
    assertThat(PrintedPage.in("PAGE alice")).isEmpty();
  }
}
