package io.watchbill.rotation.board;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/** A time in which nobody holds a role, though somebody should. */
@TemplateData
public record GapAhead(String rotation, String name, String role, Instant from, Instant until) {}
