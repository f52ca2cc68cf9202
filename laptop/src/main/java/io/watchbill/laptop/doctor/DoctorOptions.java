package io.watchbill.laptop.doctor;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.laptop.Refusal;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code doctor}.
 *
 * @param data of the installation on this machine, absolute
 * @param urls of the services elsewhere; empty: those on this machine
 * @param key names the file with the key for them
 */
public record DoctorOptions(boolean json, Path data, Map<Service, URI> urls, Optional<Path> key) {

  /** The variable of the environment that may hold the key. */
  static final String VARIABLE = "WATCHBILL_KEY";

  /**
   * Reads the arguments after the command.
   *
   * @param defaultData used without {@code --data}
   * @throws Refusal naming the first argument that is not understood
   */
  public static DoctorOptions parse(List<String> arguments, Path defaultData) {
    boolean json = false;
    Path data = defaultData;
    Map<Service, URI> urls = new EnumMap<>(Service.class);
    Optional<Path> key = Optional.empty();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--json" -> json = true;
        case "--data" -> data = Path.of(value(rest, option));
        case "--url" -> url(value(rest, option), urls);
        case "--key" -> key = Optional.of(Path.of(value(rest, option)));
        default -> throw new Refusal("unknown option '" + option + "'; see ./watchbill help");
      }
    }
    if (!urls.isEmpty() && urls.size() < Service.values().length) {
      throw new Refusal("--url names one host for all services, or all three: --url rotation=URL");
    }
    if (urls.isEmpty() && key.isPresent()) {
      throw new Refusal("--key belongs to --url: on this machine the key is known");
    }
    return new DoctorOptions(json, data.toAbsolutePath().normalize(), Map.copyOf(urls), key);
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new Refusal(option + " needs a value");
    }
    return rest.next();
  }

  private static void url(String value, Map<Service, URI> urls) {
    Optional<Service> one =
        Arrays.stream(Service.values()).filter(s -> value.startsWith(s.word() + "=")).findFirst();
    if (one.isPresent()) {
      urls.put(one.get(), address(value.substring(value.indexOf('=') + 1)));
      return;
    }
    URI all = address(value);
    for (Service service : Service.values()) {
      urls.put(service, all);
    }
  }

  private static URI address(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal("'" + text + "' is no URL", e);
    }
    throw new Refusal("--url needs http(s)://host[:port][/path], not '" + text + "'");
  }

  /**
   * Returns the key for services elsewhere.
   *
   * @param variable what {@value #VARIABLE} holds
   */
  String keyFor(@Nullable String variable) {
    String text = key.map(DoctorOptions::read).orElse(variable == null ? "" : variable.strip());
    if (text.isEmpty()) {
      throw new Refusal(
          "doctor --url needs the key of an admin: --key FILE, or the variable " + VARIABLE);
    }
    return ApiKey.parse(text)
        .orElseThrow(() -> new Refusal("what is given as the key is no key: wb_…"))
        .text();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Refusal("the key cannot be read: " + e.getMessage(), e);
    }
  }
}
