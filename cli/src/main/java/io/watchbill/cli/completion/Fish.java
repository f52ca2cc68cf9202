package io.watchbill.cli.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish: one line for each command, option and value. */
record Fish(CommandLine root) {

  String script() {
    List<String> lines = new ArrayList<>();
    lines.add("# Written by " + root.getCommandName() + " completion fish.");
    lines.add("complete -c %s -f".formatted(root.getCommandName()));
    add(lines, root, List.of());
    return String.join("\n", lines) + "\n";
  }

  private void add(List<String> lines, CommandLine command, List<String> words) {
    String condition = condition(command, words);
    for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
      lines.add(line(condition, "-a " + sub.getKey(), description(sub.getValue())));
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      boolean inherited = option.inherited() && !words.isEmpty();
      if (!option.hidden() && !inherited) {
        String where = command == root ? "true" : condition;
        lines.add(line(where, names(option) + value(option), first(option.description())));
      }
    }
    for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
      if (parameter.completionCandidates() != null) {
        lines.add(
            line(condition, "-a '" + candidates(parameter) + "'", first(parameter.description())));
      }
    }
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> deeper = new ArrayList<>(words);
              deeper.add(name);
              add(lines, sub, deeper);
            });
  }

  /** Returns when a command's words were typed, and none of its subcommands yet. */
  private static String condition(CommandLine command, List<String> words) {
    List<String> tests = new ArrayList<>();
    if (words.isEmpty()) {
      tests.add("__fish_use_subcommand");
    }
    words.forEach(word -> tests.add("__fish_seen_subcommand_from " + word));
    if (!words.isEmpty() && !command.getSubcommands().isEmpty()) {
      tests.add(
          "not __fish_seen_subcommand_from " + String.join(" ", command.getSubcommands().keySet()));
    }
    return String.join("; and ", tests);
  }

  private String line(String condition, String what, String description) {
    return "complete -c %s -n '%s' %s -d '%s'"
        .formatted(root.getCommandName(), condition, what, description.replace("'", "\\'"));
  }

  private static String names(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    return String.join(" ", names);
  }

  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    if (option.type() == Path.class) {
      return " -r -F";
    }
    return option.completionCandidates() == null ? " -x" : " -x -a '" + candidates(option) + "'";
  }

  private static String candidates(ArgSpec argument) {
    return String.join(" ", argument.completionCandidates());
  }

  private static String description(CommandLine command) {
    return first(command.getCommandSpec().usageMessage().description());
  }

  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0].replaceAll("\\$\\{[^}]*}", "the values");
  }
}
