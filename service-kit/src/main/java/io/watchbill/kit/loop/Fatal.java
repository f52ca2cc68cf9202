package io.watchbill.kit.loop;

import org.jboss.logging.Logger;

/**
 * Errors after which a process must not go on: out of memory, or a broken virtual machine. The
 * process exits at once and is restarted; half a process would look alive and page nobody.
 */
public final class Fatal {
  private static final Logger LOG = Logger.getLogger(Fatal.class);
  private static final int STATUS = 3;

  private Fatal() {}

  /** Exits the process if the failure, or a cause of it, is fatal. */
  public static void endIfFatal(Throwable failure) {
    if (isFatal(failure)) {
      try {
        LOG.fatal("the process cannot go on and ends", failure);
      } finally {
        Runtime.getRuntime().halt(STATUS);
      }
    }
  }

  /** Returns whether the failure is fatal. A stack overflow is not. */
  static boolean isFatal(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
        return true;
      }
    }
    return false;
  }
}
