package io.watchbill.cli.page;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Why somebody is paged by hand. */
enum Reason {
  OUT_OF_DEPTH("out-of-depth"),
  NEED_AUTHORITY("need-authority"),
  CROSS_TEAM("cross-team"),
  BUSINESS_IMPACT("business-impact"),
  MEDIA("media");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** Returns it as the service takes it. */
  String text() {
    return text;
  }

  /** Reads the option. */
  static final class Converter implements ITypeConverter<Reason> {
    @Override
    public Reason convert(String value) {
      return Arrays.stream(values())
          .filter(reason -> reason.text.equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "one of "
                          + String.join(", ", Arrays.stream(values()).map(Reason::text).toList())
                          + ", not '"
                          + value
                          + "'"));
    }
  }

  /** For help and completion. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(Reason::text).iterator();
    }
  }
}
