package io.watchbill.systemtests;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real SMTP server that keeps what it is given. */
final class Mailbox {
  private static Mailbox shared;

  private final GreenMail server =
      new GreenMail(new ServerSetup(FreePorts.one(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** The one to which the shared installation sends. */
  static synchronized Mailbox shared() {
    if (shared == null) {
      shared = new Mailbox();
      shared.server.start();
    }
    return shared;
  }

  /** Settings of a service that sends here. */
  Map<String, String> environment() {
    return Map.of(
        "QUARKUS_MAILER_HOST",
        "127.0.0.1",
        "QUARKUS_MAILER_PORT",
        String.valueOf(server.getSmtp().getPort()));
  }

  /** The texts of the mails to an address, oldest first. */
  List<String> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(Mailbox::text)
        .toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      for (Address recipient : message.getRecipients(Message.RecipientType.TO)) {
        if (recipient.toString().contains(address)) {
          return true;
        }
      }
      return false;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage message) {
    try {
      Object content = message.getContent();
      return message.getSubject()
          + "\n"
          + (content instanceof String text ? text : GreenMailUtil.getBody(message));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
