package io.watchbill.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of what a service accepts over HTTP, and the proxies that it trusts. */
@ConfigMapping(prefix = "watchbill.http")
public interface HttpSettings {

  /** The longest body that is read whole. */
  @WithDefault("1M")
  MemorySize maxJsonBody();

  /** Beginnings of the paths whose bodies are read as a stream, with a limit of their own. */
  Optional<List<String>> streamedPaths();

  /** How much is held at most of a body that is read as a stream. */
  @WithDefault("4M")
  MemorySize heldOfStreamed();

  /**
   * How many bytes of bodies people and automations may have under way at the same time, each of
   * them at most half of it; a 64th of the heap when not set.
   */
  Optional<MemorySize> bodyBudget();

  /**
   * How many bytes of bodies integrations and services may have under way at the same time; a 32nd
   * of the heap when not set.
   */
  Optional<MemorySize> machineBodyBudget();

  /** How long a body may take to arrive, from its first byte to its last. */
  @WithDefault("30s")
  Duration bodyDeadline();

  /**
   * How many bytes of answers may wait in memory for callers that do not read them; a 16th of the
   * heap when not set.
   */
  Optional<MemorySize> unreadAnswers();

  /** How many connections may be open, of all sources together; the rest is closed at once. */
  @WithDefault("8000")
  int connections();

  /**
   * How many connections one source may have open, which is an address, or of IPv6 a network of 64
   * bits. Trusted proxies may have as many as all.
   */
  @WithDefault("2000")
  int connectionsOfOneSource();

  /** Whether requests come through proxies that say in {@code X-Forwarded-For} from whom. */
  @WithDefault("false")
  boolean behindProxy();

  /**
   * Addresses or networks ({@code 10.0.0.0/8}) of the proxies that are believed. The default is an
   * address that nobody has.
   */
  @WithDefault("192.0.2.1")
  List<String> trustedProxies();
}
