package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.page.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The form of a policy.
 *
 * @param id empty while it is to be chosen
 * @param text what was typed, or is stored
 * @param version that was read; empty if there was none
 * @param complaints what is wrong with the text
 * @param other what somebody else has stored meanwhile; empty if nobody has
 */
@TemplateData
public record PolicyForm(
    String id,
    boolean fresh,
    String text,
    String version,
    Optional<Refusal> refusal,
    List<Complaint> complaints,
    String other) {

  /** Returns what is wrong with a field. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }
}
