package io.watchbill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.failure.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The page about {@code wb} says what the program says about itself. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/wb.md");
  private static final String GENERATED =
      "<!-- Generated from the commands by DocumentationTest of cli. -->\n";

  @Test
  void thePageIsUpToDate() throws Exception {
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(GENERATED)) + GENERATED + generated();
    Files.writeString(Path.of("target/wb.md"), expected);

    assertThat(page).as("cp cli/target/wb.md docs/wb.md").isEqualTo(expected);
  }

  private static String generated() {
    List<String> parts = new ArrayList<>();
    parts.add(exitCodes());
    parts.add("## Commands\n\nEvery command also takes the options of `wb` itself.\n");
    add(parts, WbRun.commands());
    return "\n" + String.join("\n", parts);
  }

  private static String exitCodes() {
    StringBuilder table = new StringBuilder("## Exit codes\n\n| code | meaning |\n| --- | --- |\n");
    for (ExitCode code : ExitCode.values()) {
      table.append("| %d | %s |\n".formatted(code.number(), code.meaning()));
    }
    return table.toString();
  }

  private static void add(List<String> parts, CommandLine command) {
    parts.add(
        "### %s\n\n```\n%s```\n"
            .formatted(command.getCommandSpec().qualifiedName(), usage(command)));
    command.getSubcommands().values().stream().distinct().forEach(sub -> add(parts, sub));
  }

  /** The options that every command takes stand with {@code wb} only. */
  private static String usage(CommandLine command) {
    String usage = command.getUsageMessage(Ansi.OFF).replaceAll("(?m) +$", "");
    int first = usage.indexOf("  -o, --output");
    boolean isRoot = command.getParent() == null;
    return isRoot
        ? usage
        : usage.substring(0, first) + usage.substring(usage.indexOf("  -h, --help"));
  }
}
