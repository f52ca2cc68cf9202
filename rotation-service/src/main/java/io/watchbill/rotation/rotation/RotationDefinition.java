package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.hours.HoursDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versioned part of a rotation: what determines who is on call. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RotationDefinition(
    String timeZone,
    @Nullable String mode,
    @Nullable HoursDefinition hours,
    @Nullable List<ParticipantDefinition> participants,
    List<RoleDefinition> roles) {

  static final String ALWAYS = "always";
  static final String BUSINESS_HOURS = "business_hours";

  /** Returns whether nobody is on call outside the hours. */
  boolean keepsHours() {
    return BUSINESS_HOURS.equals(mode);
  }

  /** Returns the ids of all holiday calendars named; works for unchecked definitions too. */
  Set<String> holidayCalendars() {
    Stream<List<String>> ofLayers =
        layers()
            .flatMap(l -> Stream.of(l.exceptHolidays(), l.onlyHolidays()))
            .filter(Objects::nonNull);
    Stream<List<String>> ofHours =
        Stream.ofNullable(hours).map(HoursDefinition::holidays).filter(Objects::nonNull);
    return Stream.concat(ofLayers, ofHours)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Returns the people named in turns; works for unchecked definitions too. */
  Set<String> people() {
    return layers()
        .flatMap(layer -> Stream.ofNullable(layer.turns()).flatMap(List::stream))
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private Stream<LayerDefinition> layers() {
    return Stream.ofNullable(roles)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .flatMap(role -> Stream.ofNullable(role.layers()).flatMap(List::stream))
        .filter(Objects::nonNull);
  }
}
