package io.watchbill.laptop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** File permissions, where the file system has them. */
final class Access {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Access() {}

  /** Makes a file readable by its owner only. */
  static void ownerOnly(Path path) throws IOException {
    if (POSIX) {
      String permissions = Files.isDirectory(path) ? "rwx------" : "rw-------";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
