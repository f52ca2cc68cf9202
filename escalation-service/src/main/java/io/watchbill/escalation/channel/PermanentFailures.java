package io.watchbill.escalation.channel;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Recognizes failures that a retry does not mend, whatever the channel. */
public final class PermanentFailures {
  private PermanentFailures() {}

  /** Returns whether nothing was sent because the address is invalid or not to be trusted. */
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

  /** A reply that cannot be parsed (NumberFormatException) says nothing of the address. */
  private static boolean isNoAddress(Throwable cause) {
    return cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException);
  }
}
