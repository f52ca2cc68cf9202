package io.watchbill.kit.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rights that endpoints declare ({@code @RolesAllowed}). A higher right includes the lower
 * ones: admin includes all, manager includes responder, and each includes viewer.
 */
public final class Rights {
  public static final String VIEWER = "viewer";
  public static final String RESPONDER = "responder";
  public static final String MANAGER = "manager";
  public static final String COMMUNICATIONS = "communications";
  public static final String LEGAL = "legal";
  public static final String AUDITOR = "auditor";
  public static final String ADMIN = "admin";

  /** Held by an integration's key: it may send events and do nothing else. */
  public static final String INTEGRATION = "integration";

  /** Held by the services' own keys. */
  public static final String SERVICE = "service";

  private static final List<String> GRANTABLE =
      List.of(VIEWER, RESPONDER, MANAGER, COMMUNICATIONS, LEGAL, AUDITOR, ADMIN);

  private Rights() {}

  /** The rights that people and automations can be granted. */
  public static List<String> grantable() {
    return GRANTABLE;
  }

  /** Returns a right and all that it includes. */
  static Set<String> expand(String right) {
    Set<String> expanded = new TreeSet<>();
    expanded.add(right);
    switch (right) {
      case ADMIN -> expanded.addAll(GRANTABLE);
      case MANAGER -> expanded.addAll(List.of(RESPONDER, VIEWER));
      case RESPONDER, COMMUNICATIONS, LEGAL, AUDITOR, SERVICE -> expanded.add(VIEWER);
      default -> {}
    }
    return expanded;
  }

  static boolean contains(String held, String wanted) {
    return expand(held.toLowerCase(Locale.ROOT)).contains(wanted);
  }
}
