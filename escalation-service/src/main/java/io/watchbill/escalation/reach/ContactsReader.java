package io.watchbill.escalation.reach;

import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.contact.Owner;
import io.watchbill.escalation.contact.RulesBody;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads how a person is reached. */
@ApplicationScoped
class ContactsReader {
  private final ContactForms forms;
  private final LastMessages lastMessages;
  private final Channels channels;
  private final Owner owner;
  private final Names names;
  private final Database database;

  ContactsReader(
      ContactForms forms,
      LastMessages lastMessages,
      Channels channels,
      Owner owner,
      Names names,
      Database database) {
    this.forms = forms;
    this.lastMessages = lastMessages;
    this.channels = channels;
    this.owner = owner;
    this.names = names;
    this.database = database;
  }

  ContactsPage read(String person, ContactsPage.Said said) {
    Map<String, String> delays = new HashMap<>();
    for (RulesBody.Rule rule : forms.rules(person)) {
      delays.put(rule.method(), Delays.text(Objects.requireNonNull(rule.delay())));
    }
    Map<String, LastMessage> last = database.read(tx -> lastMessages.of(tx, person));
    List<MethodRow> methods =
        forms.methods(person).stream()
            .map(
                method ->
                    new MethodRow(
                        method, delays.getOrDefault(method.id(), ""), last.get(method.id())))
            .toList();
    return new ContactsPage(
        person, names.person(person), methods, channels.kinds(), owner.mayChange(person), said);
  }
}
