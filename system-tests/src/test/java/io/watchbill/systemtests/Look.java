package io.watchbill.systemtests;

import com.microsoft.playwright.Browser;
import java.util.Locale;

/** Where a person looks at a page: at a desk, or on a small phone. */
enum Look {
  DESKTOP(1280, 800),
  PHONE(360, 740);

  private final int width;
  private final int height;

  Look(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** As it stands in the name of a picture. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setIsMobile(this == PHONE)
        .setHasTouch(this == PHONE)
        .setLocale("en-GB")
        .setTimezoneId("Europe/Berlin");
  }
}
