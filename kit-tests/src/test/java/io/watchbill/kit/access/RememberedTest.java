package io.watchbill.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often the database is asked for keys and grants. */
class RememberedTest {
  private final List<UniEmitter<? super Optional<String>>> asked = new ArrayList<>();
  private final Remembered<String, String> remembered =
      new Remembered<>(name -> Uni.createFrom().emitter(asked::add));
  private final List<Optional<String>> answers = new ArrayList<>();

  @Test
  void whatWasFoundIsNotAskedAgain() {
    find();
    asked.getFirst().complete(Optional.of("key"));

    find();

    assertThat(asked).hasSize(1);
    assertThat(answers).containsExactly(Optional.of("key"), Optional.of("key"));
  }

  @Test
  void thoseWhoAskTogetherAskOnce() {
    find();
    find();
    find();

    asked.getFirst().complete(Optional.of("key"));

    assertThat(asked).hasSize(1);
    assertThat(answers).hasSize(3).containsOnly(Optional.of("key"));
  }

  @Test
  void whatWasMissingIsAskedAgainAlsoByThoseWhoWaited() {
    find();
    find();

    asked.getFirst().complete(Optional.empty());
    asked.getLast().complete(Optional.of("made meanwhile"));

    assertThat(asked).hasSize(2);
    assertThat(answers).containsExactly(Optional.empty(), Optional.of("made meanwhile"));
  }

  @Test
  void afterAFailureTheNextOneAsksAnew() {
    Uni<Optional<String>> first =
        remembered.find("name").onFailure().recoverWithItem(Optional.of("failed"));
    first.subscribe().with(answers::add);
    asked.getFirst().fail(new IllegalStateException("no database"));

    find();
    asked.getLast().complete(Optional.of("key"));

    assertThat(answers).containsExactly(Optional.of("failed"), Optional.of("key"));
  }

  @Test
  void afterAChangeItIsAskedAgain() {
    find();
    asked.getFirst().complete(Optional.of("old"));

    remembered.forget();
    find();
    asked.getLast().complete(Optional.of("new"));

    assertThat(answers).containsExactly(Optional.of("old"), Optional.of("new"));
  }

  private void find() {
    remembered.find("name").subscribe().with(answers::add);
  }
}
