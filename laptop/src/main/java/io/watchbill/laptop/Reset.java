package io.watchbill.laptop;

import java.io.Console;

/** The command {@code reset}: stops everything and deletes all data. */
final class Reset {
  private final Installation installation;

  Reset(Installation installation) {
    this.installation = installation;
  }

  int run(boolean sure) {
    DataDirectory data = installation.data();
    if (!data.exists()) {
      System.out.println("There is no Watchbill data in " + data.root() + ".");
      return 0;
    }
    if (!sure && !confirmed(data)) {
      throw new Refusal("nothing was deleted");
    }
    new Down(installation).run();
    data.delete();
    System.out.println("Deleted " + data.root() + ".");
    return 0;
  }

  private static boolean confirmed(DataDirectory data) {
    Console console = System.console();
    if (console == null) {
      throw new Refusal("reset deletes all data in " + data.root() + "; say --yes");
    }
    String answer = console.readLine("Delete all data in %s? Type yes: ", data.root());
    return "yes".equals(answer);
  }
}
