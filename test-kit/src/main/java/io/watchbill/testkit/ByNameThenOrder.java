package io.watchbill.testkit;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Test classes by name, those with an {@code @Order} where it puts them: what looks back on the
 * whole suite runs last. The parent pom names it for all modules.
 */
public final class ByNameThenOrder implements ClassOrderer {
  private final ClassOrderer byName = new ClassOrderer.ClassName();
  private final ClassOrderer byOrder = new ClassOrderer.OrderAnnotation();

  @Override
  public void orderClasses(ClassOrdererContext context) {
    byName.orderClasses(context);
    byOrder.orderClasses(context);
  }
}
