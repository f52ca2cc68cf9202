package io.watchbill.kit.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.text.Shown;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or the name of a parameter
 * @param detail what is wrong and what is allowed
 */
@RegisterForReflection
public record Violation(String pointer, String detail) {

  /** Returns a name as it stands in a JSON pointer. */
  public static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Returns the violation with control characters escaped. */
  Violation escaped() {
    return new Violation(Shown.escaped(pointer), Shown.escaped(detail));
  }
}
