package io.watchbill.kit.database;

import io.vertx.sqlclient.Tuple;
import io.watchbill.kit.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of a statement into what the driver stores. */
final class Parameters {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Parameters() {}

  static Tuple of(@Nullable Object[] parameters) {
    return Tuple.from(Arrays.stream(parameters).map(Parameters::parameter).toArray());
  }

  private static @Nullable Object parameter(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> storable(instant);
      case Instant[] instants ->
          Arrays.stream(instants)
              .map(i -> i == null ? null : storable(i))
              .toArray(OffsetDateTime[]::new);
      case String text when text.indexOf(0) >= 0 -> throw new UnstorableText();
      default -> value;
    };
  }

  private static OffsetDateTime storable(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw Problem.invalid("", "An instant must lie in the years 1 to 9999.");
    }
    return instant.atOffset(ZoneOffset.UTC);
  }
}
