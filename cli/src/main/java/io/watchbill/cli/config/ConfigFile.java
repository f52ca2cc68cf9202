package io.watchbill.cli.config;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file of profiles, {@code watchbill/config} in {@code XDG_CONFIG_HOME} or else in {@code
 * ~/.config}; readable by its owner only.
 */
public record ConfigFile(Path path) {

  /** Returns the file for an environment. */
  public static ConfigFile in(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path base = Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(home, ".config");
    return new ConfigFile(base.resolve("watchbill").resolve("config"));
  }

  /** Returns all profiles by name; none when there is no file. */
  public Map<String, Profile> profiles() {
    try {
      return Files.exists(path) ? ConfigText.read(path, Files.readString(path)) : Map.of();
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /** Returns a profile. */
  public Optional<Profile> profile(String name) {
    return Optional.ofNullable(profiles().get(name));
  }

  /** Keeps a profile, in place of an earlier one of its name. */
  public void keep(String name, Profile profile) {
    Map<String, Profile> all = new TreeMap<>(profiles());
    all.put(Profile.checkName(name), profile);
    write(all);
  }

  /** Forgets a profile; returns whether there was one. */
  public boolean forget(String name) {
    Map<String, Profile> all = new TreeMap<>(profiles());
    boolean there = all.remove(name) != null;
    if (there) {
      write(all);
    }
    return there;
  }

  /** Returns whether others can read it. */
  public boolean isOpen() {
    try {
      return Files.exists(path) && SecretFile.isOpen(path);
    } catch (IOException e) {
      return false;
    }
  }

  private void write(Map<String, Profile> profiles) {
    try {
      SecretFile.write(path, ConfigText.of(profiles));
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  private Failure failure(String verb, IOException e) {
    return new Failure(
        ExitCode.FAILED,
        path + " cannot be " + verb + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
        e);
  }
}
