package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.text.TextDiff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a policy's versions shows.
 *
 * @param changes the newest first
 * @param next the number before which older ones are; empty when there are none
 */
@TemplateData
public record PolicyHistoryPage(PolicyDocument policy, List<Change> changes, Optional<Long> next) {

  /**
   * A version, and by what it differs from the one before.
   *
   * @param author the name of who made it; empty for one from before versions were kept
   * @param madeAt empty likewise
   * @param archived whether the policy was archived by it
   * @param first whether none before it is kept
   */
  @TemplateData
  public record Change(
      long number,
      String author,
      Optional<Instant> madeAt,
      boolean current,
      boolean archived,
      boolean first,
      List<TextDiff.Line> lines) {}
}
