package io.watchbill.escalation.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a real SMTP server and answers in its place for some recipients, as servers do that
 * do not take a mail for them.
 */
final class SmtpFront {
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final ServerSocket listening;
  private final int behind;

  private record Reply(String line, AtomicInteger times, AtomicInteger given) {}

  SmtpFront(int port, int behind) {
    this.behind = behind;
    try {
      listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** So many times the recipient is answered for by a line; after 421 the connection ends. */
  void answers(String recipient, String line, int times) {
    replies.put(recipient, new Reply(line, new AtomicInteger(times), new AtomicInteger()));
  }

  /** How often it was answered so. */
  int answered(String recipient) {
    return replies.get(recipient).given().get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      Thread.ofVirtual().start(() -> copy(server, client));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream toServer = server.getOutputStream();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Reply reply = reply(line);
        if (reply == null) {
          toServer.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          toServer.flush();
        } else {
          client
              .getOutputStream()
              .write((reply.line() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          if (reply.line().startsWith("421")) {
            return;
          }
        }
      }
    } catch (IOException e) {
      // One side has gone: so does the other.
    }
  }

  private Reply reply(String line) {
    if (!line.startsWith("RCPT TO:")) {
      return null;
    }
    Reply reply = replies.get(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
    if (reply == null || reply.times().getAndDecrement() <= 0) {
      return null;
    }
    reply.given().incrementAndGet();
    return reply;
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // One side has gone: so does the other.
    }
  }
}
