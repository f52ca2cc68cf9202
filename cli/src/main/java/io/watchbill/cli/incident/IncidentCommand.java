package io.watchbill.cli.incident;

import picocli.CommandLine.Command;

/** The commands of one incident. */
@Command(
    name = "incident",
    description = "Show an incident, and work on it.",
    synopsisSubcommandLabel = "COMMAND")
public final class IncidentCommand {}
