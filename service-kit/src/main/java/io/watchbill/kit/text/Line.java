package io.watchbill.kit.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line that people type, by the rule of {@link Typed}. Null is valid. */
@Documented
@Constraint(validatedBy = Line.Validator.class)
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {
  /** The most characters it may have. */
  int max();

  /** Returns whether it may be empty, or show nothing. */
  boolean blank() default false;

  /** Returns whether it may have several lines after all. */
  boolean severalLines() default false;

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The validator of {@link Line}. */
  class Validator implements ConstraintValidator<Line, String> {
    private Line rule;

    @Override
    public void initialize(Line line) {
      this.rule = line;
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      Optional<String> fault = value == null ? Optional.empty() : fault(value);
      fault.ifPresent(
          why -> {
            context.disableDefaultConstraintViolation();
            context
                .buildConstraintViolationWithTemplate(
                    rule.message().isEmpty() ? why : rule.message() + ": " + why)
                .addConstraintViolation();
          });
      return fault.isEmpty();
    }

    private Optional<String> fault(String value) {
      if (!rule.blank() && Typed.isBlank(value)) {
        return Optional.of("1 to " + rule.max() + " characters, not only blanks");
      }
      return rule.severalLines()
          ? Typed.faultOfText(value, rule.max())
          : Typed.faultOfLine(value, rule.max());
    }
  }
}
