package io.watchbill.escalation.reach;

import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.contact.ContactBody;
import io.watchbill.escalation.contact.ContactMethodResource;
import io.watchbill.escalation.contact.ContactView;
import io.watchbill.escalation.contact.NotificationRuleResource;
import io.watchbill.escalation.contact.RulesBody;
import io.watchbill.escalation.verification.CodeBody;
import io.watchbill.escalation.verification.VerificationResource;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does what the forms ask for, as the API does it. */
@ApplicationScoped
class ContactForms {
  private final ContactMethodResource methods;
  private final NotificationRuleResource rules;
  private final VerificationResource verifications;
  private final Channels channels;

  ContactForms(
      ContactMethodResource methods,
      NotificationRuleResource rules,
      VerificationResource verifications,
      Channels channels) {
    this.methods = methods;
    this.rules = rules;
    this.verifications = verifications;
    this.channels = channels;
  }

  List<ContactView> methods(String person) {
    return EventLoop.await(() -> methods.list(person)).items();
  }

  List<RulesBody.Rule> rules(String person) {
    return EventLoop.await(() -> rules.get(person)).rules();
  }

  /** Adds a contact method; pressed twice, it adds one. */
  ContactView add(String person, Map<String, String> typed) {
    String kind = typed.getOrDefault("kind", "");
    String address = channels.require(kind).checkAddress(typed.getOrDefault("address", "").strip());
    List<ContactView> present = methods(person);
    return present.stream()
        .filter(one -> one.kind().equals(kind) && address.equals(one.address()))
        .findFirst()
        .orElseGet(
            () ->
                add(
                    person,
                    id(typed.getOrDefault("id", "").strip(), kind, present),
                    new ContactBody(kind, address, null)));
  }

  private ContactView add(String person, String id, ContactBody wanted) {
    return (ContactView) EventLoop.await(() -> methods.put(person, id, null, wanted)).getEntity();
  }

  private static String id(String typed, String kind, List<ContactView> present) {
    Set<String> taken = present.stream().map(ContactView::id).collect(Collectors.toSet());
    if (taken.contains(typed)) {
      throw Problem.invalid("/id", "There is a contact method '" + typed + "' already.");
    }
    return typed.isEmpty() ? free(kind, taken) : typed;
  }

  /** The kind, or with a number. */
  private static String free(String kind, Set<String> taken) {
    return Stream.concat(Stream.of(kind), IntStream.range(2, 1_000).mapToObj(n -> kind + "-" + n))
        .filter(id -> !taken.contains(id))
        .findFirst()
        .orElse(kind);
  }

  void remove(String person, String method) {
    EventLoop.await(() -> methods.delete(person, method, null));
  }

  void sendCode(String person, String method) {
    verifications.send(person, method);
  }

  void verify(String person, String method, Map<String, String> typed) {
    verifications.verify(person, method, new CodeBody(typed.getOrDefault("code", "").strip()));
  }

  /** Replaces the rules by the delays that were typed; the soonest comes first. */
  void replaceRules(String person, Map<String, String> typed) {
    List<RulesBody.Rule> wanted =
        methods(person).stream()
            .flatMap(method -> rule(method.id(), typed).stream())
            .sorted(Comparator.comparing(RulesBody.Rule::delay))
            .toList();
    EventLoop.await(() -> rules.put(person, new RulesBody(wanted)));
  }

  private static Optional<RulesBody.Rule> rule(String method, Map<String, String> typed) {
    String field = "delay-" + method;
    return Delays.of(field, typed.getOrDefault(field, ""))
        .map(delay -> new RulesBody.Rule(method, delay));
  }
}
