package io.watchbill.kit.setting;

import io.smallrye.config.SysPropConfigSource;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Looks at what the installation gives: the public URL, and settings that nobody reads. */
@ApplicationScoped
class SettingsCheck implements Check {
  private static final String NAME = "settings";
  private static final String PAGE = "docs/settings.md";

  private final PublicUrl publicUrl;
  private final Config config;

  SettingsCheck(PublicUrl publicUrl, Config config) {
    this.publicUrl = publicUrl;
    this.config = config;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(of(publicUrl));
    UnknownSettings.among(given()).forEach(name -> findings.add(unknown(name)));
    return findings;
  }

  /** System properties are also those of the launcher and of tests. */
  private Set<String> given() {
    Set<String> given = new TreeSet<>();
    for (ConfigSource source : config.getConfigSources()) {
      if (!(source instanceof SysPropConfigSource)) {
        given.addAll(source.getPropertyNames());
      }
    }
    return given;
  }

  static Finding of(PublicUrl url) {
    if (url.isOfThisMachine()) {
      return Finding.ok(
          NAME, "Links begin with %s: they work on this machine only.".formatted(url.base()));
    }
    return url.base().startsWith("https:")
        ? Finding.ok(NAME, "Links begin with %s.".formatted(url.base()))
        : Finding.warn(
            NAME,
            "Links begin with %s: what acknowledges a page travels in the clear."
                .formatted(url.base()),
            "Serve Watchbill by https, and say so in watchbill.public-url.",
            PAGE);
  }

  static Finding unknown(String name) {
    return Finding.warn(
        NAME,
        "There is no setting %s: nobody reads it.".formatted(name),
        UnknownSettings.meant(name)
            .map("Did you mean %s?"::formatted)
            .orElse("Take it away, or look up its name."),
        PAGE);
  }
}
