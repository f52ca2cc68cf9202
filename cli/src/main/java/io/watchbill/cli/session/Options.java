package io.watchbill.cli.session;

import io.watchbill.cli.output.Format;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
public final class Options {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "table for people, json or yaml for programs.")
  @Nullable Format output;

  @Option(
      names = "--utc",
      scope = ScopeType.INHERIT,
      description = "Show and read times in UTC, not in the zone of this machine.")
  boolean utc;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, as NO_COLOR in the environment.")
  boolean noColour;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The profile of wb login to use; else WATCHBILL_PROFILE, or 'default'.")
  @Nullable String profile;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "The address of Watchbill, or three: incident=URL,rotation=URL,escalation=URL;"
              + " else WATCHBILL_URL.")
  @Nullable String url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Use what ./watchbill up runs on this machine, by its data directory.")
  @Nullable Path data;
}
