package io.watchbill.testkit.law;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs the method of a {@link Law} once for each case. */
final class LawExtension implements InvocationInterceptor, ParameterResolver {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context) {
    invocation.skip();
    int cases = method.getExecutable().getAnnotation(Law.class).cases();
    Object test = context.getRequiredTestInstance();
    Cases.hold(
        cases, choices -> ReflectionSupport.invokeMethod(method.getExecutable(), test, choices));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Choices.class;
  }

  /** Only for the invocation that is skipped. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Choices.of(List.of());
  }
}
