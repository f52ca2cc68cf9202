package io.watchbill.laptop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/** Passwords and keys, one file each, readable by their owner only, made when first needed. */
public final class SecretFiles {
  private final Path directory;

  public SecretFiles(Path directory) {
    this.directory = directory;
  }

  /** Returns the secret of this name; creates it if there is none. */
  public String get(String name, Supplier<String> maker) {
    return find(name).orElseGet(() -> keep(name, maker.get()));
  }

  /** Returns the secret of this name, if there is one. */
  public Optional<String> find(String name) {
    try {
      Path file = directory.resolve(name);
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new Refusal("the secret " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Stores a secret that was made elsewhere. */
  public String keep(String name, String secret) {
    try {
      Path unfinished = directory.resolve(name + ".new");
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished);
      Access.ownerOnly(unfinished);
      Files.writeString(unfinished, secret + "\n");
      Files.move(
          unfinished,
          directory.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return secret;
    } catch (IOException e) {
      throw new Refusal("the secret " + name + " cannot be written: " + e.getMessage(), e);
    }
  }
}
