package io.watchbill.kit.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a request, so that one response names every place. What a field can
 * say alone is an annotation of Bean Validation; rules across fields, and those that need stored
 * data, collect here. Keeps the first {@link #MOST} violations.
 */
public final class Violations {
  /** How many violations a response shows. */
  public static final int MOST = 100;

  private final List<Violation> found = new ArrayList<>();

  /**
   * Returns a place of the request.
   *
   * @param pointer JSON pointer (RFC 6901), empty for the whole body; or the name of a parameter
   */
  public Place at(String pointer) {
    return new Place(pointer);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the violations in the order in which they were found. */
  public List<Violation> all() {
    return List.copyOf(found);
  }

  /**
   * Throws if there are violations; the first one is the problem's detail.
   *
   * @throws Problem 400
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      Violation first = found.getFirst();
      throwIfAny(first.pointer() + ": " + first.detail() + ".");
    }
  }

  /**
   * Throws if there are violations.
   *
   * @throws Problem 400
   */
  public void throwIfAny(String detail) {
    throwIfAny(KitError.INVALID, detail);
  }

  /** Throws an error of the service if there are violations. */
  public void throwIfAny(ErrorCode error, String detail) {
    if (!found.isEmpty()) {
      throw new Problem(error, detail, found);
    }
  }

  /** A place of the request. */
  public final class Place {
    private final String pointer;

    private Place(String pointer) {
      this.pointer = pointer;
    }

    /** Returns the place of a field of the object here. */
    public Place field(String name) {
      return new Place(pointer + "/" + Violation.escape(name));
    }

    /** Returns the place of an element of the list here, counted from 0. */
    public Place item(int index) {
      return new Place(pointer + "/" + index);
    }

    /** Returns the JSON pointer. */
    public String pointer() {
      return pointer;
    }

    /**
     * Adds a violation.
     *
     * @param detail what is wrong and what is allowed
     */
    public void add(String detail) {
      if (found.size() < MOST) {
        found.add(new Violation(pointer, detail));
      }
    }

    /** Adds a violation unless the value is valid. */
    public void unless(boolean valid, String detail) {
      if (!valid) {
        add(detail);
      }
    }
  }
}
