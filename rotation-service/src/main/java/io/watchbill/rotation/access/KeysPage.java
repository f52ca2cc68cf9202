package io.watchbill.rotation.access;

import io.watchbill.kit.slice.Slice;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.key.KeyView;
import java.util.List;

/**
 * What the page of keys shows.
 *
 * @param kind only those, unless empty
 * @param principal only whose, unless empty
 * @param scopes that an automation can have
 * @param form of a new key
 * @param once makes two presses one key
 */
public record KeysPage(
    Slice<KeyView> keys,
    String kind,
    String principal,
    List<String> scopes,
    FilledForm form,
    String once) {
  private static final List<String> KINDS =
      List.of("person", "automation", "integration", "service");

  /** Returns the kinds of keys. */
  public List<String> kinds() {
    return KINDS;
  }

  /** Returns whether a scope of the new key was ticked. */
  public boolean isTicked(String scope) {
    return List.of(form.typed("scopes").split(" ", -1)).contains(scope);
  }
}
