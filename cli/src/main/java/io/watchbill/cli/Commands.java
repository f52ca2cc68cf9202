package io.watchbill.cli;

import io.watchbill.cli.completion.CompletionCommand;
import io.watchbill.cli.export.ExportCommand;
import io.watchbill.cli.incident.AckCommand;
import io.watchbill.cli.incident.IncidentCommand;
import io.watchbill.cli.incident.IncidentsCommand;
import io.watchbill.cli.incident.NoteCommand;
import io.watchbill.cli.incident.ResolveCommand;
import io.watchbill.cli.incident.SnoozeCommand;
import io.watchbill.cli.integration.AddCommand;
import io.watchbill.cli.integration.IntegrationCommand;
import io.watchbill.cli.login.LoginCommand;
import io.watchbill.cli.login.LogoutCommand;
import io.watchbill.cli.login.WhoamiCommand;
import io.watchbill.cli.oncall.OnCallCommand;
import io.watchbill.cli.override.OverrideCommand;
import io.watchbill.cli.page.EscalateCommand;
import io.watchbill.cli.page.PageCommand;
import io.watchbill.cli.policy.DryRunCommand;
import io.watchbill.cli.policy.PolicyCommand;
import io.watchbill.cli.schedule.ScheduleCommand;
import io.watchbill.cli.session.Options;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, each with what it works with. */
final class Commands {
  private static final int USAGE_WIDTH = 100;

  private Commands() {}

  static CommandLine in(Surroundings surroundings) {
    Options options = new Options();
    Session session = new Session(options, surroundings);
    CommandLine wb = new CommandLine(new Wb(options));
    wb.addSubcommand(new OnCallCommand(session));
    wb.addSubcommand(
        new CommandLine(new ScheduleCommand())
            .addSubcommand(new io.watchbill.cli.schedule.ShowCommand(session)));
    wb.addSubcommand(new IncidentsCommand(session));
    wb.addSubcommand(
        new CommandLine(new IncidentCommand())
            .addSubcommand(new io.watchbill.cli.incident.ShowCommand(session))
            .addSubcommand(new AckCommand(session))
            .addSubcommand(new ResolveCommand(session))
            .addSubcommand(new NoteCommand(session))
            .addSubcommand(new EscalateCommand(session))
            .addSubcommand(new SnoozeCommand(session)));
    wb.addSubcommand(new PageCommand(session));
    wb.addSubcommand(new OverrideCommand(session));
    wb.addSubcommand(
        new CommandLine(new PolicyCommand()).addSubcommand(new DryRunCommand(session)));
    wb.addSubcommand(
        new CommandLine(new IntegrationCommand()).addSubcommand(new AddCommand(session)));
    wb.addSubcommand(new ExportCommand(session));
    wb.addSubcommand(new LoginCommand(session));
    wb.addSubcommand(new LogoutCommand(session));
    wb.addSubcommand(new WhoamiCommand(session));
    wb.addSubcommand(new CompletionCommand(session));
    wb.addSubcommand(new VersionCommand(session));
    wb.setUsageHelpWidth(USAGE_WIDTH);
    // A note may begin with '@'.
    wb.setExpandAtFiles(false);
    wb.setCaseInsensitiveEnumValuesAllowed(true);
    addHelp(wb);
    wb.getCommandSpec()
        .version("wb " + Version.TEXT)
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    return wb;
  }

  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this text.").build());
    spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
    command.getSubcommands().values().stream().distinct().forEach(Commands::addHelp);
  }
}
