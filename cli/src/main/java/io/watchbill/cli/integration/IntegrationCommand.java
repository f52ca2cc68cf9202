package io.watchbill.cli.integration;

import picocli.CommandLine.Command;

/** The commands of integrations. */
@Command(
    name = "integration",
    description = "Set up what sends alerts.",
    synopsisSubcommandLabel = "COMMAND")
public final class IntegrationCommand {}
