package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.RefusalReason;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code MFA_SETUP}: an authenticator app is to be set up, whose first code answers.
 *
 * @param secret in Base32
 * @param issuer the name that the app shows
 * @param account the person's, that the app shows
 */
record AuthenticatorSetUpDue(String secret, String issuer, String account) implements Due {

    /** Begins to set the app up, by which the sign-in gets another session. */
    static Due of(PoolAnswer due, Conversation conversation) {
        List<String> possible =
                due.find("MFAS_CAN_SETUP").map(JsonText::strings).orElse(List.of("SOFTWARE_TOKEN_MFA"));
        if (!possible.contains("SOFTWARE_TOKEN_MFA")) {
            throw new Refusal(
                    RefusalReason.UNKNOWN_CHALLENGE,
                    "a second factor must be set up, and an authenticator app is none of " + possible);
        }
        return new AuthenticatorSetUpDue(
                conversation.associateSoftwareToken(), conversation.authenticatorIssuer(), conversation.account());
    }

    static Due read(PackedReader in) {
        return new AuthenticatorSetUpDue(in.text(), in.text(), in.text());
    }

    @Override
    public DueKind kind() {
        return DueKind.AUTHENTICATOR_SET_UP;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.AuthenticatorSetUp(secret, uri());
    }

    /** As the apps have agreed on it; issuer and account hold no colon, which parts them. */
    private URI uri() {
        String label = encoded(issuer.replace(':', ' ')) + ":" + encoded(account.replace(':', ' '));
        return URI.create("otpauth://totp/" + label + "?secret=" + encoded(secret) + "&issuer="
                + encoded(issuer.replace(':', ' ')));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        conversation.verifySoftwareToken(
                Due.expect(ChallengeAnswer.Code.class, answer).code());
        return conversation.goOn("MFA_SETUP", Map.of());
    }

    @Override
    public void write(PackedWriter out) {
        out.text(secret).text(issuer).text(account);
    }

    @Override
    public String toString() {
        return "AuthenticatorSetUpDue";
    }
}
