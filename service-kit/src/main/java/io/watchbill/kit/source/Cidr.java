package io.watchbill.kit.source;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses, like {@code 10.0.0.0/8} or {@code fc00::/7}. */
public record Cidr(byte[] network, int bits) {

  /**
   * Reads {@code address/bits}.
   *
   * @throws IllegalArgumentException when the text is no block; names are none
   */
  public static Cidr of(String text) {
    String[] parts = text.strip().split("/", -1);
    try {
      // Only literals: a name would be looked up.
      if (parts.length == 2 && parts[0].matches("[0-9a-fA-F:.]+")) {
        byte[] network = InetAddress.getByName(parts[0]).getAddress();
        int bits = Integer.parseInt(parts[1]);
        if (bits >= 0 && bits <= network.length * 8) {
          return new Cidr(network, bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      // Falls through to the same answer as a text of another form.
    }
    throw new IllegalArgumentException("'" + text + "' is no block like 10.0.0.0/8");
  }

  /** Returns whether the block contains the address. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
