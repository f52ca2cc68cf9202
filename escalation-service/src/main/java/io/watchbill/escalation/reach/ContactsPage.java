package io.watchbill.escalation.reach;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.contact.ContactView;
import io.watchbill.kit.page.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a person is reached.
 *
 * @param name of the person
 * @param kinds that can be added
 * @param mayChange whether who looks may change it
 * @param said what was just done
 */
@TemplateData
public record ContactsPage(
    String person,
    String name,
    List<MethodRow> methods,
    Collection<String> kinds,
    boolean mayChange,
    Said said) {

  /** Returns whether rules say which methods are used. */
  public boolean hasRules() {
    return methods.stream().anyMatch(row -> !row.delay().isEmpty());
  }

  /** Returns whether a code was just sent to one of the methods. */
  public boolean codeSent() {
    return methods.stream().anyMatch(row -> row.id().equals(said.sent()));
  }

  /** Returns the delay of a method: as typed, else as stored. */
  public String delay(MethodRow row) {
    return said.form().equals("rules") ? said.typed("rules", "delay-" + row.id()) : row.delay();
  }

  /**
   * What a form has done, or why it has not.
   *
   * @param form add, rules, remove, or verify- and the method; empty if none was sent
   * @param sent the method to which a code was sent; empty if none was
   * @param added what was added, if its secret has to be shown now
   */
  @TemplateData
  public record Said(
      String form, Optional<Refusal> refusal, String sent, Optional<ContactView> added) {
    static final Said NOTHING = new Said("", Optional.empty(), "", Optional.empty());

    static Said refused(String form, Refusal refusal) {
      return new Said(form, Optional.of(refusal), "", Optional.empty());
    }

    static Said sent(String method) {
      return new Said("", Optional.empty(), method, Optional.empty());
    }

    static Said added(ContactView method) {
      return new Said("", Optional.empty(), "", Optional.of(method));
    }

    /** Returns what was typed into a field of a form. */
    public String typed(String itsForm, String field) {
      return form.equals(itsForm) ? refusal.map(one -> one.typed(field)).orElse("") : "";
    }

    /** Returns what is wrong with a field of a form. */
    public String wrong(String itsForm, String field) {
      return form.equals(itsForm) ? refusal.map(one -> one.at(field)).orElse("") : "";
    }
  }
}
