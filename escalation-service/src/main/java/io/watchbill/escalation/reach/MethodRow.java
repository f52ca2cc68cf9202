package io.watchbill.escalation.reach;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.contact.ContactView;
import org.jspecify.annotations.Nullable;

/**
 * A contact method on the page.
 *
 * @param delay when it is used, as it is typed; empty if no rule names it
 * @param last the newest message to it, if there is one
 */
@TemplateData
public record MethodRow(ContactView method, String delay, @Nullable LastMessage last) {

  public String id() {
    return method.id();
  }

  public boolean verified() {
    return method.verifiedAt() != null;
  }

  /** Returns the delay with its unit. */
  public String span() {
    return delay.endsWith("s") ? delay : delay + " min";
  }

  /** Returns the name of the form that takes its code. */
  public String form() {
    return "verify-" + method.id();
  }
}
