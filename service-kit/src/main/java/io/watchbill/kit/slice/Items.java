package io.watchbill.kit.slice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The body of every list. */
@RegisterForReflection
public record Items<T>(List<T> items) {}
