package io.watchbill.cli.policy;

import picocli.CommandLine.Command;

/** The commands of escalation policies. */
@Command(
    name = "policy",
    description = "Try an escalation policy.",
    synopsisSubcommandLabel = "COMMAND")
public final class PolicyCommand {}
