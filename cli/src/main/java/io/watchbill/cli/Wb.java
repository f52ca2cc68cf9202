package io.watchbill.cli;

import io.watchbill.cli.session.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code wb}, which is nothing without one of its commands. */
@Command(
    name = "wb",
    description = "Watchbill from the command line: who is on call, incidents, pages, overrides.",
    synopsisSubcommandLabel = "COMMAND",
    subcommandsRepeatable = false)
final class Wb {
  @Mixin private final Options options;

  Wb(Options options) {
    this.options = options;
  }

  Options options() {
    return options;
  }
}
