package io.watchbill.kit.loop;

import org.jboss.logging.Logger;

/**
 * What a process does not go on after: no memory, or a virtual machine that is broken. It ends at
 * once, and whoever started it starts it again; half a process would look alive and page nobody.
 */
public final class Fatal {
  private static final Logger LOG = Logger.getLogger(Fatal.class);
  private static final int STATUS = 3;

  private Fatal() {}

  /** Ends the process when the failure, or a cause of it, is one of these. */
  public static void endIfFatal(Throwable failure) {
    if (isFatal(failure)) {
      try {
        LOG.fatal("the process cannot go on and ends", failure);
      } finally {
        Runtime.getRuntime().halt(STATUS);
      }
    }
  }

  /** Whether a process must not go on after this. A recursion too deep is not fatal. */
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
