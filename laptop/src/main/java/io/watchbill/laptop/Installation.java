package io.watchbill.laptop;

import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.process.ProcessMark;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An installation on this machine, running or not. */
public record Installation(DataDirectory data) {
  /** Name of the secret that holds the key of the example's integration. */
  public static final String INTEGRATION_KEY = "integration-prometheus-key";

  public SecretFiles secrets() {
    return new SecretFiles(data.secrets());
  }

  public Credentials credentials() {
    return new Credentials(secrets());
  }

  /** The ports of the latest run; empty before the first. */
  public Optional<Ports> ports() {
    try {
      Path file = data.run().resolve("ports");
      return Files.exists(file)
          ? Optional.of(new Ports(Integer.parseInt(Files.readString(file).strip())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes an earlier run's sign that everything is up. */
  public void notReady() {
    try {
      Files.deleteIfExists(readyFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records the ports of this run. */
  public void starting(Ports ports) {
    try {
      Files.writeString(data.run().resolve("ports"), ports.base() + "\n");
      launcher().write(ProcessHandle.current());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records that everything is up. */
  public void ready() {
    try {
      Files.writeString(readyFile(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records that this run is over. */
  public void stopped() {
    notReady();
    launcher().delete();
  }

  /** Returns whether a launcher runs it. */
  public boolean isRunning() {
    return data.isLocked();
  }

  /** Returns whether it runs and everything is up. */
  public boolean isReady() {
    return isRunning() && Files.exists(readyFile());
  }

  /** The launcher's mark. */
  public ProcessMark launcher() {
    return new ProcessMark(data.run().resolve("launcher"));
  }

  /** A service's mark. */
  public ProcessMark mark(Service service) {
    return new ProcessMark(data.run().resolve(service.module()));
  }

  /** Returns a client for a service of the latest run, with the admin key. */
  public Api api(Service service) {
    return new Api(service.address(ports().orElse(Ports.DEFAULT)), credentials().adminKey());
  }

  private Path readyFile() {
    return data.run().resolve("ready");
  }
}
