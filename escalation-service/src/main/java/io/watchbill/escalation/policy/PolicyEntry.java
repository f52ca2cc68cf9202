package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.directory.DirectoryNames;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Checks the text of a policy and stores it, for the API and for the form. */
@ApplicationScoped
public class PolicyEntry {
  private final Policies policies;
  private final Directory directory;
  private final Event<PolicyChanged> changed;

  PolicyEntry(Policies policies, Directory directory, Event<PolicyChanged> changed) {
    this.policies = policies;
    this.directory = directory;
    this.changed = changed;
  }

  /** A policy that was stored, and its names that could not be checked. */
  public record Put(StoredPolicy stored, List<Directory.Named> notChecked) {}

  /**
   * Creates or replaces a policy.
   *
   * @throws Problem whose places have their lines in the text
   */
  public Uni<Put> put(String id, PolicyText text, Expected expected, Principal by) {
    checkId("id", id);
    Definition definition = text.read(tree -> PolicyReader.read(id, tree));
    return directory
        .look(named(definition))
        .invoke(found -> refuse(text.tree(), found.missing()))
        .chain(
            found ->
                policies
                    .put(id, definition, text.tree(), expected, by)
                    .invoke(() -> changed.fire(new PolicyChanged(id)))
                    .map(stored -> new Put(stored, found.notChecked())))
        .onFailure(Problem.class)
        .transform(e -> text.withLines((Problem) e));
  }

  private static void refuse(JsonNode policy, List<Directory.Named> missing) {
    Unknown unknown = new Unknown(new Violations());
    missing.forEach(one -> unknown.find(policy, fields(one), one.field(), Set.of(one.id())));
    unknown.refuse();
  }

  private static List<Directory.Named> named(Definition definition) {
    List<Directory.Named> named = new ArrayList<>();
    definition.policy().rotations().forEach(id -> named.add(DirectoryNames.rotation(id)));
    definition.policy().people().forEach(id -> named.add(DirectoryNames.person(id)));
    SortedSet<String> teams = definition.policy().teams();
    teams.addAll(definition.defaultFor());
    teams.forEach(id -> named.add(DirectoryNames.team(id)));
    return named;
  }

  private static Set<String> fields(Directory.Named named) {
    return named.field().equals("team") ? Set.of("team", "defaultFor") : Set.of(named.field());
  }

  static void checkId(String parameter, String id) {
    if (!PolicyReader.ID.matcher(id).matches()) {
      throw Problem.invalid(parameter, "An id matches " + PolicyReader.ID + ".");
    }
  }
}
