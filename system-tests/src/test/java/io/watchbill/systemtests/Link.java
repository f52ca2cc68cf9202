package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link in a page, as a person's browser uses it: without a key. */
record Link(URI uri) {
  private static final Pattern IN_TEXT =
      Pattern.compile("https?://[^\\s\"<>]+/acknowledge/[\\w.~-]+");

  /** The first one in a text. */
  static Link in(String text) {
    Matcher matcher = IN_TEXT.matcher(text);
    assertThat(matcher.find()).as("a link to acknowledge in: %s", text).isTrue();
    return new Link(URI.create(matcher.group()));
  }

  /** Opens it, as a mail scanner may do too; the page that is shown. */
  String open() throws Exception {
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html").build());
  }

  /** Presses the button on the page. */
  String acknowledge() throws Exception {
    return send(pressing());
  }

  private HttpRequest pressing() {
    return HttpRequest.newBuilder(uri)
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(""))
        .build();
  }

  /** Presses the button, whatever comes of it; the status of the answer. */
  int press() throws IOException, InterruptedException {
    return answer(pressing()).statusCode();
  }

  /** Opens it where it leads to nothing any more; the page that is shown. */
  String openInVain() throws Exception {
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html").build(), 404);
  }

  private static String send(HttpRequest request) throws Exception {
    return send(request, 200);
  }

  private static String send(HttpRequest request, int status) throws Exception {
    HttpResponse<String> response = answer(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return response.body();
  }

  private static HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient http =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
