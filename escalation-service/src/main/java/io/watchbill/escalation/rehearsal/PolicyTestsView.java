package io.watchbill.escalation.rehearsal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of policy tests that all passed; a failure is answered with a problem. */
@RegisterForReflection
@Schema(name = "PolicyTestsPassed")
public record PolicyTestsView(@Schema(examples = "12") int passed, List<String> tests) {}
