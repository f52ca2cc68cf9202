package io.watchbill.escalation.channel.email;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.ChannelSettings;
import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.Message;
import io.watchbill.escalation.channel.NoticeMessage;
import io.watchbill.escalation.channel.OneLine;
import io.watchbill.escalation.channel.PermanentFailures;
import io.watchbill.escalation.channel.SendResult;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail over SMTP: plain text with the acknowledge link, one thread for each incident,
 * marked as automatic (RFC 3834). The Message-ID is made of the delivery's id, so that a reader can
 * recognise a mail that is sent twice after an unknown outcome.
 */
@ApplicationScoped
class EmailChannel implements Channel {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

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
  public String kind() {
    return "email";
  }

  @Override
  public boolean isPreferredForNotices() {
    return true;
  }

  @Override
  public String checkAddress(@Nullable String address) {
    if (address == null || address.length() > 254 || !ADDRESS.matcher(address).matches()) {
      throw Problem.invalid("/address", "An e-mail address is expected, like ann@example.org.");
    }
    return address;
  }

  @Override
  public SendResult send(Message page) {
    return send(mail(page), page.envelope());
  }

  @Override
  public SendResult send(NoticeMessage notice) {
    return send(mail(notice), notice.envelope());
  }

  private SendResult send(MailMessage mail, Envelope envelope) {
    try {
      UniHelper.toUni(mailer.sendMail(mail)).await().atMost(settings.timeout());
      return new SendResult.Done(
          "the SMTP server accepted it", Optional.of(messageId(envelope.delivery())));
    } catch (TimeoutException e) {
      return new SendResult.Unknown("no answer from the SMTP server in " + settings.timeout());
    } catch (RuntimeException e) {
      return result(e);
    }
  }

  /**
   * A reply of the server or a refused connection is certain; a broken connection is not. A reply
   * 5xx (RFC 5321, 4.2.1) and an address that is none are permanent.
   */
  private static SendResult result(RuntimeException failure) {
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

  private MailMessage mail(Message page) {
    String thread = "<incident-" + page.incident().id() + "@" + host + ">";
    MultiMap headers =
        headers(page.headline(), page.envelope())
            .add("In-Reply-To", thread)
            .add("References", thread)
            .add("X-Watchbill-Page", page.page().id().toString());
    return mail(page.envelope(), MailText.of(page), headers);
  }

  private MailMessage mail(NoticeMessage notice) {
    MultiMap headers =
        headers(notice.title(), notice.envelope())
            .add("X-Watchbill-Notice", notice.notice().toString());
    return mail(notice.envelope(), MailText.of(notice), headers);
  }

  private MultiMap headers(String subject, Envelope envelope) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Subject", Subject.header(OneLine.of(subject, 200)))
            .add("Message-ID", messageId(envelope.delivery()))
            .add("Auto-Submitted", "auto-generated")
            .add("X-Watchbill-Delivery", envelope.delivery().toString());
    return envelope.outcomeUnknown() ? headers.add("X-Watchbill-Outcome-Unknown", "true") : headers;
  }

  private String messageId(UUID delivery) {
    return "<" + delivery + "@" + host + ">";
  }

  /** Leaves out {@code Cc}: Quarkus's own mailer would write an empty one. */
  private MailMessage mail(Envelope envelope, String text, MultiMap headers) {
    return new MailMessage()
        .setFrom(from)
        .setTo(envelope.address())
        .setText(text)
        .setHeaders(headers);
  }
}
