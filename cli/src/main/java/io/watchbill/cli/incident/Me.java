package io.watchbill.cli.incident;

import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.session.Caller;
import io.watchbill.cli.session.Session;

/** The person who asks. */
record Me(Session session) {

  /** Returns who has signed in, or else whom the key belongs to. */
  String id() {
    return session
        .connection()
        .person()
        .or(() -> new Caller(session.api()).person())
        .orElseThrow(
            () ->
                Failure.usage(
                    "--mine needs to know who you are, and this key is not a person's: run wb login with your own"));
  }
}
