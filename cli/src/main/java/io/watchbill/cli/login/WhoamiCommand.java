package io.watchbill.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.session.Caller;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows whose key is used. */
@Command(name = "whoami", description = "Show whose key this is, and what it may do.")
public final class WhoamiCommand implements Runnable {
  private final Session session;

  public WhoamiCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    JsonNode me = new Caller(session.api()).get();
    session.show(new View(me, terminal -> print(me, terminal)));
  }

  private static void print(JsonNode me, Terminal terminal) {
    JsonNode person = me.path("person");
    Table facts = new Table();
    fact(facts, "Name", Texts.of(person, "name"), Style.HEAD);
    fact(facts, "Id", Texts.of(me, "kind") + ":" + Texts.of(me, "id"), Style.PLAIN);
    fact(facts, "Team", Texts.of(person, "team"), Style.PLAIN);
    fact(facts, "Time zone", Texts.of(person, "timeZone"), Style.PLAIN);
    fact(facts, "Rights", rights(me), Style.PLAIN);
    terminal.printWhole(facts);
  }

  private static String rights(JsonNode me) {
    String rights =
        me.path("grants").valueStream().map(WhoamiCommand::right).collect(Collectors.joining(", "));
    return rights.isEmpty() ? "none" : rights;
  }

  private static String right(JsonNode grant) {
    String team = Texts.of(grant, "team");
    return Texts.of(grant, "right") + (team.isEmpty() ? "" : " of " + team);
  }

  private static void fact(Table facts, String name, String value, Style style) {
    if (!value.isEmpty()) {
      facts.add(Cell.faint(name), new Cell(value, style));
    }
  }
}
