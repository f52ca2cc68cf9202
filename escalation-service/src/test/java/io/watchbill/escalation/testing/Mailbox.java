package io.watchbill.escalation.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real SMTP server that keeps all mail. */
public final class Mailbox {
  private static GreenMail running;
  private static SmtpFront front;

  private Mailbox() {}

  public static synchronized void start() {
    if (running == null) {
      int port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
      running = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      running.start();
      front = new SmtpFront(port, running.getSmtp().getPort());
    }
  }

  /** So many times mail to an address is answered with a line, like {@code 550 no such user}. */
  public static void answers(String address, String line, int times) {
    front.answers(address, line, times);
  }

  /** How often it was answered so. */
  public static int answered(String address) {
    return front.answered(address);
  }

  public static List<MimeMessage> of(String address) {
    return Arrays.stream(running.getReceivedMessages())
        .filter(mail -> isTo(mail, address))
        .toList();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getAllRecipients()).anyMatch(to -> to.toString().equals(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
