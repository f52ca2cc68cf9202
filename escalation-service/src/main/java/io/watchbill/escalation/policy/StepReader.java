package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Repeat;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.Timing;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.kit.problem.Violations.Place;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the steps of a policy. */
final class StepReader {
  private static final Pattern TAG = Pattern.compile("[^,]{1,100}");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_BUSINESS = Duration.ofHours(80);
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "branch",
          "when",
          "since",
          "after",
          "while",
          "notify",
          "acknowledgements",
          "repeat",
          "ifNobody");

  private final ZoneId zone;

  /** Reads steps whose months are counted in a zone. */
  StepReader(ZoneId zone) {
    this.zone = zone;
  }

  Step step(JsonNode node, Place place) {
    JsonObjectReader step = new JsonObjectReader(node, place, FIELDS);
    Since since =
        step.oneOf("since", Since.TRIGGERED, List.of(Since.values()), value -> value.text());
    While during =
        step.oneOf("while", While.UNACKNOWLEDGED, List.of(While.values()), value -> value.text());
    if (since == Since.ACKNOWLEDGED && during == While.UNACKNOWLEDGED) {
      step.at("while").add("counted since the acknowledgement, only 'open' can ever be met");
    }
    List<Target> notify = step.list("notify", 1, 50, TargetReader::target);
    return new Step(
        step.text("name", "step " + (1 + index(place)), 200),
        new Branch(step.matching("branch", Branch.MAIN.name(), PolicyReader.ID)),
        when(step),
        new Timing(since, after(step, notify), repeat(step)),
        during,
        notify,
        ifNobody(step),
        step.number("acknowledgements", 1, 1, 20));
  }

  private static When when(JsonObjectReader step) {
    if (!step.has("when")) {
      return When.ALWAYS;
    }
    JsonObjectReader when =
        object(step, "when", "severity", "tags", "type", "restricted", "workingTime");
    return new When(
        new TreeSet<>(when.texts("severity", 10, PolicyReader.SEVERITY)),
        new TreeSet<>(when.texts("tags", 50, TAG)),
        new TreeSet<>(when.texts("type", 50, TAG)),
        when.has("restricted") ? Optional.of(when.flag("restricted")) : Optional.empty(),
        when.has("workingTime") ? Optional.of(hours(when)) : Optional.empty());
  }

  private static Hours hours(JsonObjectReader when) {
    JsonObjectReader hours = object(when, "workingTime", "of", "is");
    boolean inside =
        hours.oneOf("is", Boolean.TRUE, List.of(true, false), is -> is ? "inside" : "outside");
    if (hours.get("of").isObject()) {
      JsonObjectReader of = object(hours, "of", "rotation");
      return new Hours(of.matching("rotation", null, PolicyReader.ID), inside);
    }
    if (!hours.get("of").asText().equals("responder")) {
      hours.at("of").add("allowed are 'responder' and {\"rotation\": id}");
    }
    return new Hours(null, inside);
  }

  private After after(JsonObjectReader step, List<Target> notify) {
    if (!step.has("after")) {
      return new After.Fixed(Duration.ZERO);
    }
    if (!step.get("after").isObject()) {
      return onTheClock(step);
    }
    JsonObjectReader after = object(step, "after", "sla", "business", "rotation");
    if (after.has("business")) {
      return business(after, notify);
    }
    if (!after.get("sla").asText().equals("acknowledge") || after.has("rotation")) {
      after.at("sla").add("allowed are {\"sla\": \"acknowledge\"} and {\"business\": duration}");
    }
    return new After.AcknowledgeSla();
  }

  /** A period with months or years follows the calendar, else it is a fixed distance. */
  private After onTheClock(JsonObjectReader step) {
    Optional<Period> months = step.months("after");
    return months.isPresent()
        ? new After.Calendar(months.get(), zone)
        : new After.Fixed(step.duration("after", Duration.ZERO));
  }

  private static After business(JsonObjectReader after, List<Target> notify) {
    if (after.has("sla")) {
      after.at("sla").add("either 'sla' or 'business'");
    }
    Duration working = after.duration("business", SHORTEST, LONGEST_BUSINESS);
    if (after.has("rotation")) {
      return new After.Business(working, after.matching("rotation", null, PolicyReader.ID));
    }
    Optional<String> first =
        notify.stream()
            .filter(target -> target instanceof Target.RoleOf)
            .map(target -> ((Target.RoleOf) target).rotation())
            .findFirst();
    if (first.isEmpty()) {
      after.at("rotation").add("is needed: the rotation whose working time is counted");
    }
    return new After.Business(working, first.orElse(""));
  }

  private static Repeat repeat(JsonObjectReader step) {
    if (!step.has("repeat")) {
      return Repeat.NEVER;
    }
    JsonObjectReader repeat = object(step, "repeat", "every", "times");
    return new Repeat(repeat.duration("every", SHORTEST), repeat.number("times", null, 1, 100));
  }

  private static IfNobody ifNobody(JsonObjectReader step) {
    if (step.get("ifNobody").isObject()) {
      JsonObjectReader instead = object(step, "ifNobody", "fallback");
      return new IfNobody.Fallback(
          TargetReader.target(instead.get("fallback"), instead.at("fallback")));
    }
    boolean hold =
        step.oneOf("ifNobody", Boolean.FALSE, List.of(false, true), is -> is ? "hold" : "skip");
    return hold ? new IfNobody.Hold() : new IfNobody.Skip();
  }

  private static JsonObjectReader object(JsonObjectReader parent, String field, String... known) {
    return new JsonObjectReader(parent.get(field), parent.at(field), Set.of(known));
  }

  private static int index(Place place) {
    String pointer = place.pointer();
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
