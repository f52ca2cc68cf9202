package io.watchbill.kit.problem;

/** The errors that every service has. */
public enum KitError implements ErrorCode {
  INVALID(400, "The request is not valid"),
  UNAUTHENTICATED(401, "A valid key is needed"),
  FORBIDDEN(403, "Not allowed"),
  CROSS_SITE(403, "Not sent by a page of Watchbill"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  CONFLICT(409, "In conflict with what is stored"),
  PRECONDITION_FAILED(412, "Changed by somebody else meanwhile"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Media type not supported"),
  KEY_REUSED(422, "Idempotency key used for another request"),
  PRECONDITION_REQUIRED(428, "If-Match is required"),
  TOO_MANY_REQUESTS(429, "Too many attempts"),
  INTERNAL(500, "An error of ours"),
  UNAVAILABLE(503, "Not available now, try again");

  private final int status;
  private final String title;

  KitError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
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
