package io.watchbill.rotation.editor;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.watchbill.kit.json.Misfit;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.rotation.RotationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Reads and writes definitions as the API takes them. */
@ApplicationScoped
public class DefinitionText {
  private final ObjectMapper mapper;

  DefinitionText(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Returns a stored definition as it could be put, without what only answers have. */
  public String of(RotationView stored) {
    return write(StoredDrafts.written(stored));
  }

  String write(RotationView definition) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a definition.
   *
   * @throws Problem that says where the text is none
   */
  RotationView read(String text) {
    try {
      RotationView definition = mapper.readValue(text, RotationView.class);
      if (definition == null) {
        throw Problem.invalid("", "a definition is required");
      }
      return definition;
    } catch (MismatchedInputException e) {
      throw Problem.invalid(Misfit.pointer(e), Misfit.detail(e));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw Problem.invalid("", "The text is not JSON" + place + ".");
    }
  }
}
