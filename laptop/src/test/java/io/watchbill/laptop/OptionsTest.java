package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.laptop.service.Program;
import io.watchbill.laptop.service.Service;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Path DEFAULT = Path.of("/somewhere/.watchbill");

  @Test
  void upWithoutOptionsUsesTheDefaults() {
    Options options = parse("up");

    assertThat(options.command()).isEqualTo(Options.Command.UP);
    assertThat(options.data()).isEqualTo(DEFAULT);
    assertThat(options.ports()).isEmpty();
    assertThat(options.detach()).isFalse();
    assertThat(options.program()).isEqualTo(Program.JAR);
  }

  @Test
  void everyOptionOfUpIsRead() {
    Options options =
        parse("up", "--detach", "--native", "--port-base", "9000", "--data", "/other");

    assertThat(options.detach()).isTrue();
    assertThat(options.program()).isEqualTo(Program.EXECUTABLE);
    assertThat(options.ports()).contains(new Ports(9000));
    assertThat(options.data()).isEqualTo(Path.of("/other"));
  }

  @Test
  void anOptionOfAnotherCommandIsRefused() {
    assertThatThrownBy(() -> parse("status", "--detach"))
        .isInstanceOf(Refusal.class)
        .hasMessage("--detach belongs to the command up");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> parse("up", "--fast")).hasMessageContaining("'--fast'");
    assertThatThrownBy(() -> parse("fly")).hasMessageContaining("'fly'");
    assertThatThrownBy(() -> parse("up", "--port-base", "many")).hasMessageContaining("'many'");
    assertThatThrownBy(() -> parse("up", "--data")).hasMessage("--data needs a value");
  }

  @Test
  void portsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> parse("up", "--port-base", "65531"))
        .hasMessage("--port-base must be between 1 and 65530, not 65531");
  }

  @Test
  void signInTakesAPersonOrNobody() {
    assertThat(parse("sign-in").command()).isEqualTo(Options.Command.SIGN_IN);
    assertThat(parse("sign-in").person()).isEmpty();
    assertThat(parse("sign-in", "bob", "--data", "/other").person()).contains("bob");
    assertThatThrownBy(() -> parse("sign-in", "bob", "ann")).hasMessageContaining("'ann'");
    assertThatThrownBy(() -> parse("up", "bob")).hasMessageContaining("'bob'");
  }

  @Test
  void devTakesOneServiceByItsShortOrFullName() {
    assertThat(parse("dev", "incident").developed()).contains(Service.INCIDENT);
    assertThat(parse("dev", "rotation-service", "--port-base", "9000"))
        .returns(Optional.of(Service.ROTATION), Options::developed)
        .returns(Optional.of(new Ports(9000)), Options::ports);
    assertThat(parse("up").developed()).isEmpty();
  }

  @Test
  void devWithoutAServiceSaysWhichThereAre() {
    assertThatThrownBy(() -> parse("dev"))
        .hasMessage("dev needs a service: incident, rotation or escalation");
    assertThatThrownBy(() -> parse("dev", "mail"))
        .hasMessage("dev needs a service: incident, rotation or escalation, not 'mail'");
    assertThatThrownBy(() -> parse("dev", "incident", "--detach"))
        .hasMessage("--detach belongs to the command up");
  }

  private static Options parse(String... arguments) {
    return Options.parse(arguments, DEFAULT);
  }
}
