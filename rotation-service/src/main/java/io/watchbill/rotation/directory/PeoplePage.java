package io.watchbill.rotation.directory;

import io.watchbill.kit.slice.Slice;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.person.Person;
import java.util.Map;

/**
 * What the list of people shows.
 *
 * @param archived whether also those who were archived
 * @param mayMake whether the caller may enter people
 * @param form of a new one
 */
public record PeoplePage(
    Slice<Person> people,
    boolean archived,
    boolean mayMake,
    Map<String, String> teams,
    FilledForm form) {}
