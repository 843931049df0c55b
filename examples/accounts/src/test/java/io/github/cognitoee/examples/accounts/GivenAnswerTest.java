package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.SecondFactor;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenAnswerTest {

    private static final GivenAnswer NONE = new GivenAnswer(null, null, null, null, null, null, null, null);

    @Test
    void aNewPasswordTakesTheAttributesAlong() {
        GivenAnswer given =
                new GivenAnswer(null, null, "New-Passw0rd", Map.of("name", "Alice"), null, null, null, null);

        ChallengeAnswer.NewPassword answer = (ChallengeAnswer.NewPassword) given.toAnswer();

        assertThat(answer.password()).isEqualTo("New-Passw0rd".toCharArray());
        assertThat(answer.attributes()).containsExactly(Map.entry("name", "Alice"));
    }

    @Test
    void aNewPasswordNeedsNone() {
        GivenAnswer given = new GivenAnswer(null, null, "New-Passw0rd", null, null, null, null, null);

        assertThat(((ChallengeAnswer.NewPassword) given.toAnswer()).attributes())
                .isEmpty();
    }

    @Test
    void aPasswordIsLeftAsItWasTyped() {
        GivenAnswer given = new GivenAnswer(null, " spaces count ", null, null, null, null, null, null);

        assertThat(((ChallengeAnswer.Password) given.toAnswer()).password()).isEqualTo(" spaces count ".toCharArray());
    }

    @Test
    void factorsAreChoices() {
        assertThat(new GivenAnswer(null, null, null, null, FirstFactor.EMAIL_OTP, null, null, null).toAnswer())
                .isEqualTo(ChallengeAnswer.choice(FirstFactor.EMAIL_OTP));
        assertThat(new GivenAnswer(null, null, null, null, null, SecondFactor.EMAIL_OTP, null, null).toAnswer())
                .isEqualTo(ChallengeAnswer.choice(SecondFactor.EMAIL_OTP));
    }

    @Test
    void aPasskeyIsHandedOnAsTheBrowserMadeIt() {
        GivenAnswer given = new GivenAnswer(
                null,
                null,
                null,
                null,
                null,
                null,
                Json.createObjectBuilder().add("id", "abc").build(),
                null);

        assertThat(given.toAnswer()).isEqualTo(ChallengeAnswer.passkey("{\"id\":\"abc\"}"));
    }

    @Test
    void anEmptyAnswerToAQuestionIsOne() {
        assertThat(new GivenAnswer(null, null, null, null, null, null, null, "").toAnswer())
                .isEqualTo(ChallengeAnswer.custom(""));
    }

    @Test
    void noneAndTwoAreRefused() {
        GivenAnswer two = new GivenAnswer("123456", "Passw0rd", null, null, null, null, null, null);

        assertThatThrownBy(NONE::toAnswer).hasMessage("Give one answer, not 0.");
        assertThatThrownBy(two::toAnswer).hasMessage("Give one answer, not 2.");
    }

    @Test
    void nothingPrintsWhatWasTyped() {
        GivenAnswer given = new GivenAnswer("123456", null, null, null, null, null, null, null);

        assertThat(given).hasToString("GivenAnswer");
        assertThat(new AnswerForm("state", given)).hasToString("AnswerForm");
        assertThat(new StateForm("state")).hasToString("StateForm");
        assertThat(new SignInForm("alice", "Alice-Passw0rd", null, null)).hasToString("SignInForm");
        assertThat(Step.signedIn(FakeUserPool.TOKENS)).hasToString("Step[signedIn]");
        assertThat(Tokens.of(FakeUserPool.TOKENS)).hasToString("Tokens");
    }
}
