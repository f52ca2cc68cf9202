package io.watchbill.incident.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.page.Assets;
import io.watchbill.kit.page.Frame;
import java.util.List;

/** The manifest of the app, by the W3C's Web Application Manifest. */
@RegisterForReflection
record Manifest(
    String id,
    String name,
    @JsonProperty("short_name") String shortName,
    String description,
    @JsonProperty("start_url") String startUrl,
    String scope,
    String display,
    @JsonProperty("theme_color") String themeColour,
    @JsonProperty("background_color") String backgroundColour,
    List<Icon> icons,
    List<Shortcut> shortcuts) {
  private static final String PNG = "image/png";

  /** A picture of the app. */
  @RegisterForReflection
  record Icon(String src, String sizes, String type, String purpose) {}

  /** A page that the app's icon leads to directly. */
  @RegisterForReflection
  record Shortcut(String name, String url) {}

  static Manifest of(Frame frame, Assets assets) {
    String start = frame.to("/");
    return new Manifest(
        start,
        "Watchbill",
        "Watchbill",
        "Who is on call, what is open, what happens next.",
        start,
        start,
        "standalone",
        "#0b4f6c",
        "#ffffff",
        List.of(
            new Icon(assets.path("icon.svg"), "any", "image/svg+xml", "any"),
            new Icon(assets.path("icon-192.png"), "192x192", PNG, "any"),
            new Icon(assets.path("icon-512.png"), "512x512", PNG, "any"),
            new Icon(assets.path("icon-maskable.png"), "512x512", PNG, "maskable")),
        List.of(
            new Shortcut("Incidents", frame.to("/incidents")),
            new Shortcut("On call", frame.to("/on-call"))));
  }
}
