package io.watchbill.cli.session;

import io.watchbill.cli.http.Pause;
import io.watchbill.cli.output.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds when it starts.
 *
 * @param home where the script {@code ./watchbill} lives, when it has started us
 */
public record Surroundings(
    Map<String, String> environment,
    Optional<Path> home,
    Terminal terminal,
    Clock clock,
    ZoneId zone,
    Pause pause) {}
