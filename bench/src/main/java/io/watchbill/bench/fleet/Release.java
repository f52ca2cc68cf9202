package io.watchbill.bench.fleet;

import io.watchbill.laptop.service.Program;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;

/**
 * A release of Watchbill: its services and its migrations.
 *
 * @param home the checkout in which it was built
 * @param program what its services are started as
 */
public record Release(Path home, Program program) {

  /** Returns a class path with this release's migrations, and no other's. */
  ClassLoader migrations() {
    try {
      URL jar = home.resolve("laptop/target/laptop.jar").toUri().toURL();
      return new Migrations(jar);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** All but the migrations are this program's own. */
  private static final class Migrations extends URLClassLoader {
    private static final String PLACE = "db/";

    Migrations(URL jar) {
      super(new URL[] {jar}, Release.class.getClassLoader());
    }

    @Override
    public URL getResource(String name) {
      return name.startsWith(PLACE) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith(PLACE) ? findResources(name) : super.getResources(name);
    }
  }
}
