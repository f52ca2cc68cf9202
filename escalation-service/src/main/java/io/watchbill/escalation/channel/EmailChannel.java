package io.watchbill.escalation.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * E-mail over SMTP: plain text with the acknowledge link, one thread for each incident, marked as
 * automatic (RFC 3834). The Message-ID is made of the delivery's id, so a mail that is sent twice
 * after an unknown outcome can be told.
 */
@ApplicationScoped
class EmailChannel implements Channel {
  private static final String SECOND_COPY =
      "This may be a second copy: whether the first arrived is not known.\n\n";

  private final ReactiveMailer mailer;
  private final ChannelSettings settings;
  private final String host;

  EmailChannel(ReactiveMailer mailer, ChannelSettings settings, PublicUrl publicUrl) {
    this.mailer = mailer;
    this.settings = settings;
    this.host = publicUrl.host();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Handover handOver(Message message) {
    return send(mail(message));
  }

  @Override
  public Handover tell(Letter letter) {
    return send(mail(letter));
  }

  private Handover send(Mail mail) {
    try {
      mailer.send(mail).await().atMost(settings.timeout());
      return new Handover.Done("taken by the SMTP server");
    } catch (TimeoutException e) {
      return new Handover.Unknown("no answer of the SMTP server in " + settings.timeout());
    } catch (RuntimeException e) {
      return handover(e);
    }
  }

  /**
   * A reply of the server or a refused connection is certain; a connection that broke is not. A
   * reply 5xx is for good (RFC 5321, 4.2.1), as is an address that is none.
   */
  private static Handover handover(RuntimeException failure) {
    String detail = "SMTP: " + OneLine.of(String.valueOf(failure.getMessage()), 500);
    if (ForGood.is(failure)) {
      return new Handover.Refused(detail);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException reply) {
        return reply.isPermanent() ? new Handover.Refused(detail) : new Handover.Failed(detail);
      }
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return new Handover.Failed(detail);
      }
    }
    return new Handover.Unknown(detail);
  }

  private Mail mail(Message message) {
    String thread = "<incident-" + message.incident() + "@" + host + ">";
    Mail mail =
        Mail.withText(message.address(), OneLine.of(message.headline(), 200), text(message))
            .addHeader("Message-ID", "<" + message.delivery() + "@" + host + ">")
            .addHeader("In-Reply-To", thread)
            .addHeader("References", thread)
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("X-Watchbill-Delivery", message.delivery().toString())
            .addHeader("X-Watchbill-Page", message.page().toString());
    if (message.outcomeUnknown()) {
      mail.addHeader("X-Watchbill-Outcome-Unknown", "true");
    }
    return mail;
  }

  private Mail mail(Letter letter) {
    Mail mail =
        Mail.withText(letter.address(), OneLine.of(letter.title(), 200), text(letter))
            .addHeader("Message-ID", "<" + letter.delivery() + "@" + host + ">")
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("X-Watchbill-Delivery", letter.delivery().toString())
            .addHeader("X-Watchbill-Notice", letter.notice().toString());
    if (letter.outcomeUnknown()) {
      mail.addHeader("X-Watchbill-Outcome-Unknown", "true");
    }
    return mail;
  }

  static String text(Letter letter) {
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
