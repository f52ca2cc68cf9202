package io.watchbill.rotation;

import io.watchbill.kit.problem.ErrorCode;
import java.util.Locale;

/** The errors that only this service returns. */
public enum RotationError implements ErrorCode {
  STILL_NEEDED(409, "Still referred to"),
  ARCHIVED(409, "Archived"),
  OVER(409, "Already over"),
  TAKEN(409, "Already taken"),
  WITHDRAWN(409, "Withdrawn"),
  SETTLED(409, "Already settled"),
  KEY_CONFIGURED(409, "The key is part of the configuration"),
  LAST_ADMIN(409, "No admin key would be left"),
  POLICIES_UNKNOWN(503, "Policies that name it could not be checked");

  private final int status;
  private final String title;

  RotationError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
