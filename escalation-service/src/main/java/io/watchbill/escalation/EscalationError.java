package io.watchbill.escalation;

import io.watchbill.kit.problem.ErrorCode;

/** The errors of this service. */
public enum EscalationError implements ErrorCode {
  TEAM_HAS_POLICY("team-has-policy", 409, "The team has another default policy"),
  SECOND_FALLBACK("second-fallback", 409, "Another policy is the fallback"),
  FALLBACK_IN_USE("fallback-in-use", 409, "The fallback policy cannot be deleted"),
  STILL_REFERRED_TO("still-referred-to", 409, "Something still refers to it"),
  POLICY_TESTS_FAILED("policy-tests-failed", 422, "Policy tests failed"),
  POLICY_UNREADABLE("policy-unreadable", 409, "The stored policy cannot be read"),
  NOBODY_TO_PAGE("nobody-to-page", 409, "Nobody can be paged"),
  NOT_PAGED_NOW("not-paged-now", 409, "Nobody is paged for this incident now"),
  NOT_SENT_AGAIN("not-sent-again", 409, "The message is not sent again"),
  TOO_MANY_RESENDS("too-many-resends", 429, "The message was sent again too often"),
  NO_CODE_TO_TRY("no-code-to-try", 409, "A new code is needed"),
  TOO_MANY_CODES("too-many-codes", 429, "Too many codes were requested"),
  CODE_NOT_SENT("code-not-sent", 502, "The code was not sent"),
  LINK_NOT_VALID("link-not-valid", 404, "The link is not valid");

  private final String code;
  private final int status;
  private final String title;

  EscalationError(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
