package io.watchbill.escalation.rehearsal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How policy tests went: all of them passed, or the answer is a problem that says which did not.
 */
@RegisterForReflection
@Schema(name = "PolicyTestsPassed")
public record PolicyTestsView(@Schema(examples = "12") int passed, List<String> tests) {}
