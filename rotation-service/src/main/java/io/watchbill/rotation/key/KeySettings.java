package io.watchbill.rotation.key;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** The keys of the configuration, which exist before anybody can create one. */
@ConfigMapping(prefix = "watchbill.access")
public interface KeySettings {
  /** The first admin key, {@code wb_<12 alphanumerics>_<32 alphanumerics>}; none when absent. */
  Optional<String> adminKey();

  /** The keys of the services, of the same form, by the name of the service. */
  Map<String, String> serviceKeys();
}
