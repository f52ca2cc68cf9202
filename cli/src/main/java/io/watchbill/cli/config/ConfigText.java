package io.watchbill.cli.config;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The text of the configuration: sections {@code [name]} with lines {@code word = value}. */
final class ConfigText {
  private ConfigText() {}

  /** Reads profiles; a line that is not understood is named with its number. */
  static Map<String, Profile> read(Path file, String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> section = null;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new LinkedHashMap<>();
        sections.put(line.substring(1, line.length() - 1).strip(), section);
      } else if (equals > 0 && section != null) {
        section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else {
        throw wrong(file, "line " + number + " is neither [profile] nor 'word = value'");
      }
    }
    Map<String, Profile> profiles = new LinkedHashMap<>();
    sections.forEach((name, values) -> profiles.put(name, profile(file, name, values)));
    return profiles;
  }

  static String of(Map<String, Profile> profiles) {
    StringBuilder text = new StringBuilder("# Written by wb login. Keep it to yourself.\n");
    profiles.forEach(
        (name, profile) -> {
          text.append("\n[").append(name).append("]\n");
          text.append("url = ").append(profile.addresses().text()).append('\n');
          text.append("key = ").append(profile.key()).append('\n');
          profile.person().ifPresent(p -> text.append("person = ").append(p).append('\n'));
        });
    return text.toString();
  }

  private static Profile profile(Path file, String name, Map<String, String> values) {
    String url = values.get("url");
    String key = values.get("key");
    if (url == null || key == null) {
      throw wrong(file, "the profile '" + name + "' needs url and key");
    }
    return new Profile(
        Addresses.parse(url), KeyText.check(key), Optional.ofNullable(values.get("person")));
  }

  private static Failure wrong(Path file, String what) {
    return new Failure(ExitCode.FAILED, file + ": " + what + "; mend it, or run wb login again");
  }
}
