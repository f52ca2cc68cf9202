package io.watchbill.incident.severity;

import io.quarkus.qute.TemplateExtension;
import io.watchbill.incident.lifecycle.Severity;

/** What templates read of a severity, which is pure and knows of none. */
@TemplateExtension
final class SeverityNames {
  private SeverityNames() {}

  static String name(Severity severity) {
    return severity.name();
  }
}
