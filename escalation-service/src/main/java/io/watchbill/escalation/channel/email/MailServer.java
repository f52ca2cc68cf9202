package io.watchbill.escalation.channel.email;

import io.watchbill.escalation.channel.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * The SMTP server of the settings, greeted as a sender does, without sending anything.
 *
 * @param tls whether TLS begins with the first byte
 * @param startTls whether mail goes by TLS or not at all
 */
record MailServer(String host, int port, boolean tls, boolean startTls) {
  private static final int PATIENCE = (int) Duration.ofSeconds(3).toMillis();

  /** A greeting with its extensions is much shorter. */
  private static final int LONGEST = 16_384;

  /** Returns why no mail could be handed over; empty when nothing speaks against it. */
  Optional<String> problem(String ownName) {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), PATIENCE);
      plain.setSoTimeout(PATIENCE);
      try (Socket socket = tls ? encrypted(plain) : plain) {
        return greet(socket, ownName);
      }
    } catch (SSLException e) {
      return Optional.of("does not speak TLS as it should, or its certificate is not trusted");
    } catch (IOException e) {
      return Optional.of("does not answer");
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return factory.createSocket(plain, host, port, true);
  }

  private Optional<String> greet(Socket socket, String ownName) throws IOException {
    InputStream in = socket.getInputStream();
    String greeting = reply(in);
    if (!greeting.startsWith("220")) {
      return Optional.of("refuses us: " + firstLine(greeting));
    }
    write(socket, "EHLO " + ownName);
    String extensions = reply(in);
    write(socket, "QUIT");
    if (!extensions.startsWith("250")) {
      return Optional.of("refuses us: " + firstLine(extensions));
    }
    boolean offered =
        extensions
            .lines()
            .anyMatch(line -> line.toUpperCase(Locale.ROOT).matches("250.STARTTLS *"));
    return startTls && !tls && !offered
        ? Optional.of("does not offer STARTTLS, which quarkus.mailer.start-tls demands")
        : Optional.empty();
  }

  private static void write(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads the lines of one reply: all but the last have a hyphen behind the code. */
  private static String reply(InputStream in) throws IOException {
    StringBuilder reply = new StringBuilder();
    StringBuilder line = new StringBuilder();
    while (reply.length() + line.length() < LONGEST) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended within a reply");
      }
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String whole = line.toString().strip();
      reply.append(whole).append('\n');
      if (whole.length() < 4 || whole.charAt(3) != '-') {
        return reply.toString();
      }
      line.setLength(0);
    }
    throw new IOException("a reply is longer than " + LONGEST);
  }

  private static String firstLine(String reply) {
    String line = reply.lines().findFirst().orElse("");
    return OneLine.of(line, 200);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
