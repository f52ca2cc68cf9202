package io.watchbill.incident.problem;

import io.watchbill.kit.problem.ErrorCode;

/** What can go wrong here beside what goes wrong everywhere. */
public enum IncidentError implements ErrorCode {
  MESSAGE_REFUSED("message-refused", 400, "The message cannot be understood"),
  MESSAGE_TOO_LARGE("message-too-large", 413, "The message is too large"),
  NOT_LEGAL("not-legal", 409, "Not possible in the incident's state"),
  INTEGRATION_ARCHIVED("integration-archived", 403, "The integration is archived"),
  INTEGRATION_EXISTS("integration-exists", 409, "There is an integration of this id"),
  BODY_NOT_KEPT("body-not-kept", 409, "The request was not kept whole"),
  KEYS_UNAVAILABLE("keys-unavailable", 503, "The rotation-service makes no keys now, try again");

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
