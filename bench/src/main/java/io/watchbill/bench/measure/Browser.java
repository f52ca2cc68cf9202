package io.watchbill.bench.measure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody's browser, as far as it loads pages: it has a session, and takes what is compressed. */
final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern NAMED =
      Pattern.compile("<(?:link|script|img)\\b[^>]*?\\b(?:href|src)=\"([^\"]+)\"");
  private static final Pattern POLL = Pattern.compile("hx-get=\"([^\"]*[?;]seen=[^\"]*)\"");

  private final Map<String, String> headers;

  private Browser(Map<String, String> headers) {
    this.headers = headers;
  }

  /** One that has signed in with a key. */
  static Browser signedIn(URI rotationService, String key) {
    HttpRequest request =
        HttpRequest.newBuilder(rotationService.resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8)))
            .build();
    String cookie =
        send(request)
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow(() -> new IllegalStateException("could not sign in"));
    return new Browser(
        Map.of(
            "Accept",
            "text/html",
            "Accept-Encoding",
            "gzip",
            "Cookie",
            cookie.replaceFirst(";.*", "")));
  }

  /** What it sends with every request. */
  Map<String, String> headers() {
    return headers;
  }

  /**
   * Loads a page and all that it names, as on the first visit.
   *
   * @param service that has the page and its style and scripts
   * @param first that has the manifest of all pages
   */
  FirstLoad load(URI service, URI first, String path) {
    HttpResponse<byte[]> page = get(service.resolve(path));
    long bytes = page.body().length;
    int files = 0;
    List<String> elsewhere = new ArrayList<>();
    List<String> names =
        NAMED.matcher(text(page)).results().map(name -> name.group(1)).distinct().toList();
    for (String name : names) {
      if (URI.create(name).getRawAuthority() == null) {
        files++;
        bytes += get((name.startsWith("/assets/") ? service : first).resolve(name)).body().length;
      } else {
        elsewhere.add(name);
      }
    }
    return new FirstLoad(bytes, files, elsewhere);
  }

  /** Where a page asks whether there is anything new. */
  String poll(URI service, String path) {
    Matcher poll = POLL.matcher(text(get(service.resolve(path))));
    if (!poll.find()) {
      throw new IllegalStateException(path + " asks for nothing again");
    }
    return poll.group(1).replace("&amp;", "&");
  }

  private HttpResponse<byte[]> get(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    HttpResponse<byte[]> answer = send(request.build());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(uri + " was answered " + answer.statusCode());
    }
    return answer;
  }

  private static String text(HttpResponse<byte[]> answer) {
    boolean packed = answer.headers().firstValue("Content-Encoding").isPresent();
    try (InputStream body = new ByteArrayInputStream(answer.body());
        InputStream plain = packed ? new GZIPInputStream(body) : body) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
