package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import java.util.Optional;

/**
 * What the page of a policy shows.
 *
 * @param ladder empty if this version cannot read the policy
 * @param mayEdit whether who looks may change it
 */
@TemplateData
public record PolicyPage(PolicyDocument policy, Optional<Ladder> ladder, boolean mayEdit) {}
