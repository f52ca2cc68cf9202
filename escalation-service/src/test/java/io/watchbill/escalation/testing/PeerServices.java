package io.watchbill.escalation.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.watchbill.testkit.FreePort;
import java.util.HashMap;
import java.util.Map;

/**
 * Configures the service under test with where its fake peer services and its SMTP server will
 * listen.
 */
public final class PeerServices implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>();
    settings.put("watchbill.peers.rotation.url", "http://127.0.0.1:" + FreePort.find());
    settings.put("watchbill.peers.incident.url", "http://127.0.0.1:" + FreePort.find());
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", String.valueOf(FreePort.find()));
    settings.put("quarkus.mailer.mock", "false");
    settings.put("watchbill.outbound.timeout", "3s");
    settings.put("watchbill.outbound.allowed-networks", "127.0.0.0/8");
    settings.put("watchbill.delivery.lease", "2s");
    settings.put("watchbill.delivery.renewal", "400ms");
    settings.put("watchbill.link-secret", "only-for-tests-0123456789abcdef0123");
    settings.put("watchbill.public-url", "http://watchbill.test");
    return settings;
  }

  @Override
  public void stop() {}
}
