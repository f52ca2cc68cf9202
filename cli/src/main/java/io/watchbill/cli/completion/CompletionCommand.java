package io.watchbill.cli.completion;

import io.watchbill.cli.session.Session;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the script by which a shell completes our commands. */
@Command(
    name = "completion",
    description = {
      "Write the script by which a shell completes what you type.",
      "bash: source <(wb completion bash), in ~/.bashrc; zsh: source <(wb completion zsh), in"
          + " ~/.zshrc; fish: wb completion fish > ~/.config/fish/completions/wb.fish"
    })
public final class CompletionCommand implements Runnable {

  /** The shells that we know. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  private final Session session;

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  @Spec private CommandSpec spec = CommandSpec.create();

  public CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    String script =
        switch (shell) {
          // The script for bash lets zsh understand it.
          case bash, zsh -> AutoComplete.bash(root.getCommandName(), root);
          case fish -> new Fish(root).script();
        };
    session.terminal().out().print(script);
  }
}
