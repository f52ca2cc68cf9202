package io.watchbill.kit.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.watchbill.kit.problem.Violation;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says where JSON does not fit the type that it is read into, and what is allowed there. */
public final class Misfit {
  private Misfit() {}

  /** Returns the JSON pointer of the place. */
  public static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            place ->
                "/"
                    + (place.getFieldName() == null
                        ? place.getIndex()
                        : Violation.escape(place.getFieldName())))
        .collect(Collectors.joining());
  }

  /** Returns what is wrong; the reason of a record's constructor as it stands. */
  public static String detail(JsonMappingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "The field '"
              + unknown.getPropertyName()
              + "' is not known; allowed are "
              + unknown.getKnownPropertyIds()
              + ".";
      case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
          "'"
              + wrong.getValue()
              + "' is not known; allowed are "
              + Arrays.toString(wrong.getTargetType().getEnumConstants())
              + ".";
      case InvalidFormatException wrong ->
          "'" + wrong.getValue() + "' is not a " + wrong.getTargetType().getSimpleName() + ".";
      default ->
          e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
              ? cause.getMessage()
              : "The value does not fit here.";
    };
  }
}
