package io.watchbill.laptop.errors;

import io.watchbill.escalation.EscalationError;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.kit.problem.ErrorCode;
import io.watchbill.kit.problem.KitError;
import io.watchbill.rotation.RotationError;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of errors of all services, as a page of the documentation and as the page to which the
 * {@code type} of a problem leads.
 *
 * @param help when an error comes and what to do, by code
 */
record ErrorCatalogue(Map<String, String> help) {

  /** The errors by who answers with them. */
  static Map<String, List<ErrorCode>> codes() {
    Map<String, List<ErrorCode>> codes = new LinkedHashMap<>();
    codes.put("Every service", Arrays.asList(KitError.values()));
    codes.put("incident-service", Arrays.asList(IncidentError.values()));
    codes.put("rotation-service", Arrays.asList(RotationError.values()));
    codes.put("escalation-service", Arrays.asList(EscalationError.values()));
    return codes;
  }

  String markdown() {
    return """
        # Errors

        Every error is `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, and for a request that is
        not valid `errors[{pointer, detail}]`. Programs look at `type`, which never changes: `/errors.html#` and the code below.
        It leads to this list, which every service serves. A 5xx may be tried again; a 4xx fails again until the request changes.

        <!-- Generated from the ErrorCode enums and laptop/src/test/resources/errors.properties by ErrorCatalogueTest. -->
        """
        + sections("\n## %s\n", "\n### %s\n\n%d: %s. %s\n", "");
  }

  String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Watchbill: errors</title>
        </head>
        <body>
        <main>
        <h1>Errors of Watchbill</h1>
        <p>A 5xx may be tried again; a 4xx fails again until the request changes.</p>
        """
        + sections("<h2>%s</h2>\n", "<h3 id=\"%1$s\">%1$s</h3>\n<p>%2$d: %3$s. %4$s</p>\n", "&")
        + "</main>\n</body>\n</html>\n";
  }

  private String sections(String heading, String entry, String markup) {
    return codes().entrySet().stream()
        .map(
            section ->
                heading.formatted(section.getKey())
                    + section.getValue().stream()
                        .map(code -> entry(entry, code, !markup.isEmpty()))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }

  private String entry(String form, ErrorCode code, boolean html) {
    String text = help.getOrDefault(code.code(), "");
    return form.formatted(code.code(), code.status(), code.title(), html ? escaped(text) : text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("`([^`]*)`", "<code>$1</code>");
  }
}
