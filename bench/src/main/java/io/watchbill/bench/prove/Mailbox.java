package io.watchbill.bench.prove;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real SMTP server that keeps what it was given. */
final class Mailbox implements AutoCloseable {
  private static final Pattern CASE = Pattern.compile("case-(\\d{6})");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  Mailbox() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** The pages among its messages. */
  List<ReceivedPage> handed() {
    return Stream.of(server.getReceivedMessages())
        .map(Mailbox::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ReceivedPage> read(MimeMessage message) {
    try {
      Matcher matcher = CASE.matcher(message.getSubject());
      if (!matcher.find()) {
        return Optional.empty();
      }
      String to = message.getAllRecipients()[0].toString();
      Date received = message.getReceivedDate();
      return Optional.of(
          new ReceivedPage(
              Integer.parseInt(matcher.group(1)),
              to.substring(0, to.indexOf('@')),
              "email",
              header(message, "x-watchbill-page").orElse(message.getMessageID()),
              message.getMessageID(),
              header(message, "x-watchbill-outcome-unknown").isPresent(),
              received.toInstant()));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> header(MimeMessage message, String name)
      throws MessagingException {
    return Collections.list(message.getAllHeaders()).stream()
        .filter(header -> header.getName().toLowerCase(Locale.ROOT).equals(name))
        .map(Header::getValue)
        .findFirst();
  }

  @Override
  public void close() {
    server.stop();
  }
}
