package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The part of a rotation that has versions: what decides who is on watch. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record Definition(String timeZone, List<RoleDefinition> roles) {}
