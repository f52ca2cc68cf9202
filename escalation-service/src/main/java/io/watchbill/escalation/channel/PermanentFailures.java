package io.watchbill.escalation.channel;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Failures that trying again in a moment does not mend, whatever the channel. */
public final class PermanentFailures {
  private PermanentFailures() {}

  /**
   * Whether nothing was sent because of what was to be called: no address, or not to be trusted.
   */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isNoAddress(cause)
          || cause instanceof CertificateException
          || cause instanceof CertPathValidatorException
          || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }

  /** But a reply of a server that cannot be read says nothing of the address. */
  private static boolean isNoAddress(Throwable cause) {
    return cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException);
  }
}
