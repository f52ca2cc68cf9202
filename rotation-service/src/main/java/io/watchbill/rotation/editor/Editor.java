package io.watchbill.rotation.editor;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.RotationResource;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.rotation.RotationService.ShownRotation;
import io.watchbill.rotation.rotation.RotationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits schedules: what a form holds is changed, looked at and saved as the API does. */
@ApplicationScoped
class Editor {
  private final Database database;
  private final RotationRepository stored;
  private final RotationService rotations;
  private final RotationResource api;
  private final Outlooks outlooks;
  private final EditorChoices choices;
  private final DefinitionText texts;
  private final Frame frame;
  private final Clock clock;

  Editor(
      Database database,
      RotationRepository stored,
      RotationService rotations,
      RotationResource api,
      Outlooks outlooks,
      EditorChoices choices,
      DefinitionText texts,
      Frame frame,
      Clock clock) {
    this.database = database;
    this.stored = stored;
    this.rotations = rotations;
    this.api = api;
    this.outlooks = outlooks;
    this.choices = choices;
    this.texts = texts;
    this.frame = frame;
    this.clock = clock;
  }

  /** Returns the page of a schedule that is not stored yet. */
  EditorPage fresh(String team) {
    Draft draft = Draft.weekly(team, frame.zone().getId(), monday());
    return page(Sheet.of("", "", draft), Faults.none(), Optional.empty());
  }

  /** Returns the page of a stored schedule: its form, or its text if no form can express it. */
  EditorPage open(String id, boolean asText) {
    ShownRotation found = rotations.get(id);
    RotationView definition = StoredDrafts.written(found.rotation());
    Optional<Draft> draft = asText ? Optional.empty() : StoredDrafts.of(found.rotation());
    String revision = String.valueOf(found.definitionRevision());
    return page(
        draft
            .map(fits -> Sheet.of(id, revision, fits))
            .orElseGet(() -> Sheet.of(id, revision, texts.write(definition))),
        Faults.none(),
        Optional.empty());
  }

  /**
   * Does what the button of a form asks for.
   *
   * @param id of the stored schedule; empty for a new one
   * @return the page to show; nothing when it was saved
   */
  Optional<EditorPage> sent(String id, Form form) {
    Sheet sheet = Sheet.read(id, form);
    try {
      return done(sheet, form.get("do").orElse("preview"));
    } catch (Problem e) {
      return Optional.of(page(sheet, Faults.of(e), Optional.empty()));
    }
  }

  private Optional<EditorPage> done(Sheet sheet, String button) {
    Optional<DraftChange> change = DraftChange.of(button);
    if (change.isPresent()) {
      sheet.draft().ifPresent(draft -> change.get().apply(draft, monday()));
      return Optional.of(page(sheet, Faults.none(), Optional.empty()));
    }
    RotationView wanted = wanted(sheet);
    if (button.equals("text")) {
      Sheet text = sheet.asText(texts.write(wanted));
      return Optional.of(page(text, Faults.none(), Optional.empty()));
    }
    String ifMatch = ifMatch(sheet);
    if (button.equals("save")) {
      api.put(sheet.schedule(), ifMatch, wanted);
      return Optional.empty();
    }
    return Optional.of(
        page(sheet, Faults.none(), Optional.of(outlooks.see(sheet.schedule(), wanted, ifMatch))));
  }

  /** A new schedule must not change one that has its id. */
  private @Nullable String ifMatch(Sheet sheet) {
    if (!sheet.id().isEmpty()) {
      return RevisionTag.tag(sheet.revision());
    }
    if (!Id.fits(sheet.schedule())) {
      throw Problem.invalid("/id", Id.RULE);
    }
    if (database.read(tx -> stored.find(tx, sheet.schedule())).isPresent()) {
      throw Problem.invalid("/id", "there is a schedule '" + sheet.schedule() + "' already");
    }
    return null;
  }

  private RotationView wanted(Sheet sheet) {
    if (sheet.draft().isEmpty()) {
      return texts.read(sheet.text());
    }
    Draft draft = sheet.draft().get();
    Optional<RotationView> before =
        sheet.id().isEmpty() ? Optional.empty() : Optional.of(rotations.get(sheet.id()).rotation());
    return Drafts.definition(draft, before, effective(draft.typed("effectiveFrom")));
  }

  private Optional<String> effective(String local) {
    if (local.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(local).atZone(frame.zone()).toInstant().toString());
    } catch (DateTimeException e) {
      throw Problem.invalid("/effectiveFrom", "A day and a time, such as 2026-12-24T18:00.");
    }
  }

  private EditorPage page(Sheet sheet, Faults faults, Optional<EditorPage.Seen> outlook) {
    return new EditorPage(sheet, faults, outlook, choices.of(sheet.draft()));
  }

  private String monday() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), frame.zone());
    return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(9, 0).toString();
  }
}
