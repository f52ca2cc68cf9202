package io.watchbill.laptop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the logs of libraries to a file instead of the terminal. */
final class Libraries {
  private Libraries() {}

  static void logTo(Path file) throws IOException {
    LogManager.getLogManager().reset();
    Handler handler = new FileHandler(file.toString(), true);
    handler.setFormatter(new SimpleFormatter());
    Logger.getLogger("").addHandler(handler);
  }
}
