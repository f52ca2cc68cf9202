package io.watchbill.testkit;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A raw connection to the service under test, to send what no client would. */
public final class RawConnection implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final BufferedReader in;
  private boolean broken;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Connects to the service that RestAssured asks. */
  public static RawConnection open() {
    return openFrom("127.0.0.1");
  }

  /** The same from another address of this machine, all of {@code 127.0.0.0/8} are its own. */
  public static RawConnection openFrom(String address) {
    try {
      Socket socket =
          new Socket(
              InetAddress.getByName("127.0.0.1"),
              RestAssured.port,
              InetAddress.getByName(address),
              0);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new RawConnection(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the head of a request whose body comes in chunks. */
  public void beginChunked(String method, String path, String key) {
    send(head(method, path, key) + "Transfer-Encoding: chunked\r\n\r\n");
  }

  /** Writes the head of a request whose body has this length. */
  public void begin(String method, String path, String key, long length) {
    send(head(method, path, key) + "Content-Length: " + length + "\r\n\r\n");
  }

  private static String head(String method, String path, String key) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + (key == null ? "" : "Authorization: Bearer " + key + "\r\n");
  }

  /** Writes a text in chunks: a beginning, then so many of one character; no last chunk. */
  public void chunks(int length, String beginning, char filling) {
    chunk(beginning.getBytes(StandardCharsets.UTF_8));
    byte[] filled = new byte[CHUNK];
    Arrays.fill(filled, (byte) filling);
    for (int sent = 0; sent < length && !broken; sent += CHUNK) {
      chunk(filled);
    }
  }

  /** Writes one character every 100 ms, each in a chunk of its own, until the server hangs up. */
  public void trickle(String beginning, char filling, int seconds) {
    chunk(beginning.getBytes(StandardCharsets.UTF_8));
    byte[] one = {(byte) filling};
    try {
      socket.setSoTimeout(100);
      for (int i = 0; i < seconds * 10 && !broken && !hasAnswer(); i++) {
        chunk(one);
      }
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Waits a moment for the first byte of an answer, and leaves it where it is. */
  private boolean hasAnswer() throws IOException {
    in.mark(1);
    try {
      int first = in.read();
      in.reset();
      return first >= 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private void chunk(byte[] bytes) {
    send(Integer.toHexString(bytes.length) + "\r\n");
    send(bytes);
    send("\r\n");
  }

  /** Writes as it is. A server that has hung up is no failure: its answer may be there already. */
  public void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(byte[] bytes) {
    if (broken) {
      return;
    }
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Returns the status of the answer; 0 when the server closed the connection without one. */
  public int status() {
    String head = answer();
    return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0;
  }

  /** The server's answer: its head, and of its body what came by the length it gave. */
  public String answer() {
    StringBuilder text = new StringBuilder();
    try {
      int length = 0;
      String line;
      while ((line = in.readLine()) != null && !line.isEmpty()) {
        text.append(line).append('\n');
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      char[] body = new char[length];
      int read = in.read(body);
      text.append('\n').append(body, 0, Math.max(0, read));
    } catch (IOException e) {
      broken = true;
    }
    return text.toString();
  }

  /** Reads until the server hangs up or has nothing more to say; how much that was. */
  public long drain() {
    long drained = 0;
    try {
      socket.setSoTimeout(2_000);
      byte[] waste = new byte[CHUNK];
      int read;
      while ((read = socket.getInputStream().read(waste)) >= 0) {
        drained += read;
      }
    } catch (IOException e) {
      broken = true;
    }
    return drained;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
