package io.watchbill.cli.schedule;

import picocli.CommandLine.Command;

/** The commands of schedules. */
@Command(
    name = "schedule",
    description = "Show the shifts of a rotation.",
    synopsisSubcommandLabel = "COMMAND")
public final class ScheduleCommand {}
