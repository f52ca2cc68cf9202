package io.watchbill.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identities of things that happen: UUID version 7 (RFC 9562), which sort by their making. */
public final class Ids {
  private Ids() {}

  /** A new identity. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
