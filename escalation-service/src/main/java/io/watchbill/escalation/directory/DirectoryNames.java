package io.watchbill.escalation.directory;

import io.watchbill.kit.peer.Directory.Named;

/** Names of things that the rotation-service knows. */
public final class DirectoryNames {
  private static final String OWNER = "rotation";

  private DirectoryNames() {}

  public static Named person(String id) {
    return new Named("person", OWNER, "people", id);
  }

  public static Named rotation(String id) {
    return new Named("rotation", OWNER, "rotations", id);
  }

  public static Named team(String id) {
    return new Named("team", OWNER, "teams", id);
  }
}
