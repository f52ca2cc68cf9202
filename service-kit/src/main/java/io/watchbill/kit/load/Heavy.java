package io.watchbill.kit.load;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint whose answer takes work or room: few are computed at the same time, and the callers
 * take turns. Services need no turn, their questions are part of the paging. An answer that takes
 * longer than {@code watchbill.heavy.deadline} is interrupted: 503, for services too.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Heavy {}
