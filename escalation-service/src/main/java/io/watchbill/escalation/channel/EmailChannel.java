package io.watchbill.escalation.channel;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * E-mail over SMTP: plain text with the acknowledge link, one thread for each incident, marked as
 * automatic (RFC 3834). The Message-ID is made of the delivery's id, so a mail that is sent twice
 * after an unknown outcome can be told.
 */
@ApplicationScoped
class EmailChannel implements Channel {
  private static final String SECOND_COPY =
      "This may be a second copy: whether the first arrived is not known.\n\n";

  private final MailClient mailer;
  private final String from;
  private final ChannelSettings settings;
  private final String host;

  EmailChannel(
      MailClient mailer,
      @ConfigProperty(name = "quarkus.mailer.from") String from,
      ChannelSettings settings,
      PublicUrl publicUrl) {
    this.mailer = mailer;
    this.from = from;
    this.settings = settings;
    this.host = publicUrl.host();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public SendResult handOver(Message message) {
    return send(mail(message));
  }

  @Override
  public SendResult tell(NoticeMessage letter) {
    return send(mail(letter));
  }

  private SendResult send(MailMessage mail) {
    try {
      UniHelper.toUni(mailer.sendMail(mail)).await().atMost(settings.timeout());
      return new SendResult.Done("taken by the SMTP server");
    } catch (TimeoutException e) {
      return new SendResult.Unknown("no answer of the SMTP server in " + settings.timeout());
    } catch (RuntimeException e) {
      return handover(e);
    }
  }

  /**
   * A reply of the server or a refused connection is certain; a connection that broke is not. A
   * reply 5xx is for good (RFC 5321, 4.2.1), as is an address that is none.
   */
  private static SendResult handover(RuntimeException failure) {
    String detail = "SMTP: " + OneLine.of(String.valueOf(failure.getMessage()), 500);
    if (PermanentFailures.is(failure)) {
      return new SendResult.Refused(detail);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException reply) {
        return reply.isPermanent() ? new SendResult.Refused(detail) : new SendResult.Failed(detail);
      }
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return new SendResult.Failed(detail);
      }
    }
    return new SendResult.Unknown(detail);
  }

  private MailMessage mail(Message message) {
    String thread = "<incident-" + message.incident() + "@" + host + ">";
    MultiMap headers =
        headers(message.headline(), message.delivery(), message.outcomeUnknown())
            .add("In-Reply-To", thread)
            .add("References", thread)
            .add("X-Watchbill-Page", message.page().toString());
    return mail(message.address(), text(message), headers);
  }

  private MailMessage mail(NoticeMessage letter) {
    MultiMap headers =
        headers(letter.title(), letter.delivery(), letter.outcomeUnknown())
            .add("X-Watchbill-Notice", letter.notice().toString());
    return mail(letter.address(), text(letter), headers);
  }

  private MultiMap headers(String subject, UUID delivery, boolean outcomeUnknown) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Subject", Subject.header(OneLine.of(subject, 200)))
            .add("Message-ID", "<" + delivery + "@" + host + ">")
            .add("Auto-Submitted", "auto-generated")
            .add("X-Watchbill-Delivery", delivery.toString());
    return outcomeUnknown ? headers.add("X-Watchbill-Outcome-Unknown", "true") : headers;
  }

  /** Without a copy to anybody: Quarkus's own mailer would write an empty {@code Cc}. */
  private MailMessage mail(String address, String text, MultiMap headers) {
    return new MailMessage().setFrom(from).setTo(address).setText(text).setHeaders(headers);
  }

  static String text(NoticeMessage letter) {
    String copy = letter.outcomeUnknown() ? SECOND_COPY : "";
    return copy + OneLine.of(letter.title(), 1_000) + "\n\n" + letter.text() + "\n";
  }

  static String text(Message message) {
    StringBuilder text = new StringBuilder(OneLine.of(message.headline(), 1_000)).append("\n\n");
    if (message.outcomeUnknown()) {
      text.append(SECOND_COPY);
    }
    text.append("Acknowledge: ").append(message.acknowledge()).append("\n\n");
    text.append("Told: ").append(message.target()).append('\n');
    text.append("Step: ").append(OneLine.of(message.step(), 300)).append('\n');
    text.append("Why:  ").append(OneLine.of(message.reason(), 1_000)).append('\n');
    if (message.link() != null) {
      text.append("Open: ").append(OneLine.of(message.link(), 2_000)).append('\n');
    }
    return text.toString();
  }
}
