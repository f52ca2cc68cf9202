package io.watchbill.incident.problem;

import io.watchbill.kit.problem.ErrorCode;

/** The errors of this service, besides those of every service. */
public enum IncidentError implements ErrorCode {
  MESSAGE_REFUSED("message-refused", 400, "The message cannot be read"),
  MESSAGE_TOO_LARGE("message-too-large", 413, "The message is too large"),
  NOT_LEGAL("not-legal", 409, "Not possible in the state of the incident"),
  TEST_PAGE_WAITS("test-page-waits", 409, "A test page waits already"),
  INTEGRATION_ARCHIVED("integration-archived", 403, "The integration is archived"),
  INTEGRATION_EXISTS("integration-exists", 409, "The integration already exists"),
  BODY_NOT_KEPT("body-not-kept", 409, "The body was not stored whole"),
  KEYS_UNAVAILABLE(
      "keys-unavailable", 503, "The rotation-service cannot create keys now, try again");

  private final String code;
  private final int status;
  private final String title;

  IncidentError(String code, int status, String title) {
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
