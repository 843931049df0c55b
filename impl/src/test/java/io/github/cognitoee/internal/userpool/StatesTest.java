package io.github.cognitoee.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.userpool.Challenge.Medium;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {

    private static final CipherKey KEY = CipherKey.random();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-06T09:05:07Z"));
    private final States states = statesOf("eu-west-1_ExAmPlE12", "client");

    private States statesOf(String pool, String client) {
        return new States(new TextCipher(List.of(KEY)), pool, client, clock);
    }

    static Stream<Due> dues() {
        return Stream.of(
                new NewPasswordDue(Set.of("given_name"), Map.of("email", "jane@example.com")),
                new SentCodeDue("SMS_MFA", Medium.SMS, "+*******1234"),
                new SentCodeDue("EMAIL_OTP", Medium.EMAIL, "j***@e***"),
                new AuthenticatorCodeDue(),
                new AuthenticatorSetUpDue("JBSWY3DPEHPK3PXP", "Photos", "jane"),
                new SecondFactorChoiceDue(List.of("SMS_MFA", "EMAIL_MFA")),
                new FirstFactorChoiceDue(Set.of(FirstFactor.EMAIL_OTP, FirstFactor.PASSWORD)),
                new PasswordDue("SELECT_CHALLENGE", true),
                new PasskeyDue("{\"challenge\":\"abc\"}"),
                new CustomDue(Map.of("question", "Schl\u00fcssel \u26bf")));
    }

    private static Pending pending(Due due) {
        return pending(due, "jane", "AYABe" + "x".repeat(200), Circumstances.NONE);
    }

    private static Pending pending(Due due, String username, String session, Circumstances circumstances) {
        return new Pending(new Attempt(false, username, username, circumstances, Optional.empty()), session, due);
    }

    @ParameterizedTest
    @MethodSource("dues")
    void whatIsSealedIsOpened(Due due) {
        Pending pending = pending(due);

        String state = states.seal(pending);

        assertThat(state).matches("[A-Za-z0-9_-]+");
        assertThat(states.open(state)).isEqualTo(pending);
    }

    @Test
    void everyKindIsAmongThem() {
        assertThat(dues().map(Due::kind)).contains(DueKind.values());
        assertThat(DueKind.values()).extracting(DueKind::number).doesNotHaveDuplicates();
    }

    @Test
    void allOfTheAttemptIsKept() {
        RememberedDevice device = new RememberedDevice("eu-west-1_7a", "-group", "cGFzc3dvcmQgb2YgYSBkZXZpY2U=");
        Circumstances circumstances =
                new Circumstances(Optional.of("203.0.113.7"), Optional.of("data"), Map.of("tenant", "blue"));
        Attempt attempt = new Attempt(true, "jane@example.com", "1111-2222", circumstances, Optional.of(device));

        Pending opened = states.open(states.seal(new Pending(attempt, "session", new AuthenticatorCodeDue())));

        assertThat(opened.attempt().withoutDevice()).isEqualTo(attempt.withoutDevice());
        assertThat(opened.attempt().device())
                .hasValueSatisfying(
                        kept -> assertThat(kept).usingRecursiveComparison().isEqualTo(device));
    }

    @Test
    void theLongestSessionFits() {
        assertThat(states.seal(pending(new AuthenticatorCodeDue(), "u".repeat(128), random(1_536), Circumstances.NONE)))
                .hasSizeLessThanOrEqualTo(2_600);
    }

    @Test
    void deviceDataIsLeftOutFirstAndThenMetadata() {
        Circumstances long1 =
                new Circumstances(Optional.of("203.0.113.7"), Optional.of(random(1_500)), Map.of("tenant", "blue"));
        Circumstances long2 = new Circumstances(
                Optional.of("203.0.113.7"), Optional.of(random(1_500)), Map.of("tenant", random(1_500)));

        assertThat(sealedAndOpened(pending(new AuthenticatorCodeDue(), "jane", random(1_536), long1)))
                .isEqualTo(new Circumstances(Optional.of("203.0.113.7"), Optional.empty(), Map.of("tenant", "blue")));
        assertThat(sealedAndOpened(pending(new AuthenticatorCodeDue(), "jane", random(1_536), long2)))
                .isEqualTo(new Circumstances(Optional.of("203.0.113.7"), Optional.empty(), Map.of()));
    }

    @Test
    void metadataThatIsMoreThanCanBeCountedIsLeftOut() {
        Map<String, String> many = IntStream.range(0, 256).boxed().collect(Collectors.toMap(i -> "" + i, i -> ""));

        assertThat(sealedAndOpened(pending(
                        new AuthenticatorCodeDue(),
                        "jane",
                        random(100),
                        new Circumstances(Optional.empty(), Optional.empty(), many))))
                .isEqualTo(Circumstances.NONE);
    }

    private Circumstances sealedAndOpened(Pending pending) {
        String state = states.seal(pending);
        assertThat(state).hasSizeLessThanOrEqualTo(States.MOST_LENGTH);
        return states.open(state).attempt().circumstances();
    }

    @Test
    void attributesThatDoNotFitAreLeftOut() {
        NewPasswordDue due = new NewPasswordDue(Set.of("given_name"), Map.of("profile", "p".repeat(4_000)));

        Due opened = states.open(states.seal(pending(due))).due();

        assertThat(opened).isEqualTo(new NewPasswordDue(Set.of("given_name"), Map.of()));
    }

    @Test
    void optionsOfPasskeysAreLeftOutWhereTheyDoNotFitAlone() {
        PasskeyDue few = new PasskeyDue("p".repeat(1_500));
        PasskeyDue many = new PasskeyDue("p".repeat(4_000));

        assertThat(states.open(states.seal(pending(few))).due()).isEqualTo(few);
        assertThat(states.open(states.seal(pending(many))).due()).isEqualTo(new PasskeyDue(""));
    }

    @Test
    void aSessionThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> states.seal(
                        pending(new AuthenticatorCodeDue(), "jane", "\u26bf".repeat(2_000), Circumstances.NONE)))
                .isInstanceOf(Refusal.class)
                .hasMessage("the user pool's session is too long to be kept");
    }

    @Test
    void aStateIsOfOneClientOfOnePool() {
        String state = states.seal(pending(new AuthenticatorCodeDue()));

        assertOver(
                statesOf("eu-west-1_ExAmPlE12", "other"), state, "the state was changed, or is of another application");
        assertOver(statesOf("eu-west-1_Other", "client"), state, "the state was changed, or is of another application");
    }

    @Test
    void aChangedStateIsRefused() {
        String state = states.seal(pending(new AuthenticatorCodeDue()));
        Random random = new Random(1);

        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(state.length() - 1); // the last character has bits that say nothing
            char other = state.charAt(at) == 'A' ? 'B' : 'A';
            assertOver(
                    states,
                    state.substring(0, at) + other + state.substring(at + 1),
                    "the state was changed, or is of another application");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no state", "AAAA", "\u26bf"})
    void whatIsNoStateIsRefused(String state) {
        assertOver(states, state, "the state was changed, or is of another application");
    }

    @Test
    void aTextThatIsTooLongIsNotEvenLookedAt() {
        assertOver(states, "A".repeat(4_097), "the state is too long");
    }

    @Test
    void aStateIsGoodForAQuarterOfAnHour() {
        String state = states.seal(pending(new AuthenticatorCodeDue()));

        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(states.open(state)).isNotNull();

        clock.advance(Duration.ofSeconds(1));
        assertOver(states, state, "the state is too old");
    }

    @Test
    void aStateOfAnotherVersionIsRefused() {
        TextCipher cipher = new TextCipher(List.of(KEY));
        String purpose = "sign-in to eu-west-1_ExAmPlE12 by client";

        assertOver(states, cipher.encrypt(new byte[] {2}, purpose), "the state is of another version");
        assertOver(states, cipher.encrypt(new byte[] {1, 0, 0}, purpose), "the state is of another version");
        assertOver(states, cipher.encrypt(new byte[0], purpose), "the state is of another version");
    }

    private static void assertOver(States states, String state, String detail) {
        assertThatThrownBy(() -> states.open(state))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.CHALLENGE_OVER))
                .hasMessage(detail);
    }

    /** Base64 of as many bytes. */
    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
