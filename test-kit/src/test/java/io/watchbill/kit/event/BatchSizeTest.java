package io.watchbill.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizeTest {
  private final BatchSize size = new BatchSize();

  @Test
  void aReceiverThatAnswersIsSentTheMost() {
    size.after(true);

    assertThat(size.next()).isEqualTo(BatchSize.MOST);
  }

  @Test
  void afterAFailureTheNextIsAQuarter() {
    size.after(false);

    assertThat(size.next()).isEqualTo(BatchSize.MOST / 4);
  }

  @Test
  void howeverOftenItFailsSomeAreSent() {
    for (int i = 0; i < 100; i++) {
      size.after(false);
    }

    assertThat(size.next()).isEqualTo(BatchSize.LEAST);
  }

  @Test
  void whoAnswersAgainSoonHasTheMostAgain() {
    for (int i = 0; i < 100; i++) {
      size.after(false);
    }

    for (int i = 0; i < 5; i++) {
      size.after(true);
    }

    assertThat(size.next()).isEqualTo(BatchSize.MOST);
  }
}
