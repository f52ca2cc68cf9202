package io.watchbill.testkit.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what holds for every case, checked on many random ones; its method takes the {@link
 * Choices} that make a case. All cases come from one seed, the same at every run unless {@code
 * -Dseed=…} names another. A case that breaks the law is made simpler as long as it still breaks
 * it; the failure's message shows the seed, the case's number and its values.
 */
@Test
@ExtendWith(LawExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Law {
  /** How many cases are checked. */
  int cases();
}
