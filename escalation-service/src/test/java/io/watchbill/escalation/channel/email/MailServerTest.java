package io.watchbill.escalation.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.testkit.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTest {
  private static final String NAME = "watchbill.example";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<ServerSocket> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (ServerSocket each : open) {
      each.close();
    }
  }

  /** A server that answers one line after the other, the first unasked. */
  private int answering(String... replies) throws IOException {
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    open.add(listening);
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket client = listening.accept()) {
                BufferedReader lines =
                    new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                for (String reply : replies) {
                  client
                      .getOutputStream()
                      .write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                  heard.add(String.valueOf(lines.readLine()));
                }
              } catch (IOException e) {
                // The other side has gone.
              }
            });
    return listening.getLocalPort();
  }

  private static MailServer at(int port, boolean tls, boolean startTls) {
    return new MailServer("127.0.0.1", port, tls, startTls);
  }

  @Test
  void aRealServerTakesTheGreeting() {
    GreenMail real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    real.start();
    try {
      assertThat(at(real.getSmtp().getPort(), false, false).problem(NAME)).isEmpty();
      assertThat(real.getReceivedMessages()).isEmpty();
    } finally {
      real.stop();
    }
  }

  @Test
  void startTlsIsDemandedOrNot() throws Exception {
    String[] without = {"220-hello\r\n220 again", "250-mail\r\n250 SIZE 1"};
    String[] with = {"220 hello", "250-mail\r\n250-STARTTLS\r\n250 SIZE 1"};

    assertThat(at(answering(without), false, true).problem(NAME))
        .contains("does not offer STARTTLS, which quarkus.mailer.start-tls demands");
    assertThat(at(answering(without), false, false).problem(NAME)).isEmpty();
    assertThat(at(answering(with), false, true).problem(NAME)).isEmpty();
    assertThat(heard).contains("EHLO " + NAME, "QUIT");
  }

  @Test
  void oneThatRefusesUsIsQuoted() throws Exception {
    assertThat(at(answering("554 no access from your network"), false, false).problem(NAME))
        .contains("refuses us: 554 no access from your network");
    assertThat(at(answering("220 hello", "501 what a name"), false, false).problem(NAME))
        .contains("refuses us: 501 what a name");
  }

  @Test
  void aWrongPortDoesNotAnswer() throws Exception {
    assertThat(at(FreePort.find(), false, false).problem(NAME)).contains("does not answer");
    assertThat(at(answering(), false, false).problem(NAME)).contains("does not answer");
    assertThat(at(answering("250-" + "x".repeat(20_000)), false, false).problem(NAME))
        .contains("does not answer");
  }

  @Test
  void oneThatSpeaksNoTlsIsToldApart() throws Exception {
    assertThat(at(answering("220 hello"), true, false).problem(NAME))
        .contains("does not speak TLS as it should, or its certificate is not trusted");
  }

  @Test
  void whatIsNotConfiguredMattersWhereItIsNeeded() {
    MailServer unset = new MailServer("localhost", 25, false, false);
    Optional<String> problem = Optional.of("does not answer");

    assertThat(MailCheck.finding(unset, problem, 0))
        .returns(Verdict.OK, Finding::verdict)
        .returns("No mail server is configured, and no contact method needs one.", Finding::text);
    assertThat(MailCheck.finding(unset, problem, 3))
        .returns(Verdict.FAIL, Finding::verdict)
        .returns("Contact methods by e-mail: 3, but no mail server is configured.", Finding::text);
    assertThat(MailCheck.finding(at(2525, false, false), problem, 0))
        .returns(Verdict.FAIL, Finding::verdict)
        .returns("The mail server 127.0.0.1:2525 does not answer.", Finding::text);
    assertThat(MailCheck.finding(unset, Optional.empty(), 3).verdict()).isEqualTo(Verdict.OK);
  }
}
