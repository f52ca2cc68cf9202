package io.watchbill.escalation.messages;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses as everybody may see them: enough to know which one it is. */
final class Masked {
  private static final String REST = "…";
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()-]{6,40}");

  private Masked() {}

  static String of(String address) {
    int at = address.lastIndexOf('@');
    if (at > 0) {
      return address.substring(0, address.offsetByCodePoints(0, 1)) + REST + address.substring(at);
    }
    return address.contains("://") ? origin(address) : end(address);
  }

  private static String origin(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() == null ? REST : uri.getScheme() + "://" + uri.getHost() + "/" + REST;
    } catch (IllegalArgumentException e) {
      return REST;
    }
  }

  /** Of a number its end, as banks do it. */
  private static String end(String address) {
    return PHONE.matcher(address).matches() ? REST + address.substring(address.length() - 2) : REST;
  }
}
