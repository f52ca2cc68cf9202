package io.watchbill.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as a span of a trace; it ends when this is closed. Names and attributes are read
 * by others than the incident's team: they hold ids, kinds and numbers, no name or address of
 * anybody and no secret.
 */
public final class Traced implements AutoCloseable {
  /** Asks for no context: where contexts are kept is known only once an executable runs. */
  static final Traced NOT = new Traced(null, Span.getInvalid());

  private final @Nullable Context context;
  private final Span span;
  private Scope scope = Scope.noop();

  private Traced(@Nullable Context context, Span span) {
    this.context = context;
    this.span = span;
  }

  static Traced in(Context context) {
    return new Traced(context, Span.fromContext(context));
  }

  /** Makes this the span within which the thread works until this is closed. */
  @SuppressWarnings("MustBeClosedChecker") // It is closed with this.
  public Traced here() {
    if (context != null) {
      scope = context.makeCurrent();
    }
    return this;
  }

  /** Says more about the work. */
  public Traced with(String attribute, Object value) {
    if (context != null) {
      span.setAttribute(attribute, value.toString());
    }
    return this;
  }

  /** Says more about the work, by a number. */
  public Traced with(String attribute, long value) {
    span.setAttribute(attribute, value);
    return this;
  }

  /** Says that the work failed. What it was stands in the log: a message may name anything. */
  public void failed(String kind) {
    span.setAttribute("error.type", kind);
    span.setStatus(StatusCode.ERROR);
  }

  /** Returns what a row or an event carries to continue the trace from here; null without one. */
  public @Nullable String traceparent() {
    return context == null ? null : TraceParent.of(context);
  }

  @Override
  public void close() {
    scope.close();
    span.end();
  }
}
