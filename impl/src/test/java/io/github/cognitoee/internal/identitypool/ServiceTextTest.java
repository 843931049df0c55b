package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTextTest {

    private static final String OPAQUE = "EAABsbCS1iHgBO" + "7ZCq0".repeat(30);
    private static final String BROKEN = " failed to satisfy constraint: Member must not be so";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJraWQi.eyJzdWIi.c2ln-_=",
                "Atza|IwEBIA",
                "it's a 'secret' it is",
                "a' at 'b' secret",
                "two\r\nlines' of secret\n",
                ""
            })
    void theValueThatBreaksAConstraintIsTakenOut(String token) {
        assertThat(clean(
                        "1 validation error detected: Value '{graph.facebook.com=" + token + "}' at 'logins'" + BROKEN))
                .isEqualTo("1 validation error detected: Value at 'logins'" + BROKEN);
    }

    @Test
    void soIsEachOfSeveral() {
        assertThat(clean("3 validation errors detected: Value 'secret' at 'logins.member.1.value'" + BROKEN
                        + "; Value null at 'roleArn'" + BROKEN + "; Value 'se'cret' at 'webIdentityToken'" + BROKEN))
                .isEqualTo("3 validation errors detected: Value at 'logins.member.1.value'" + BROKEN
                        + "; Value null at 'roleArn'" + BROKEN + "; Value at 'webIdentityToken'" + BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Value 'secr", "Value '{a=sec'ret", "Value 'secret' at", "Value 'sec' at 'ret'\n"})
    void aValueThatIsCutOffIsTakenOutToTheEnd(String cutOff) {
        assertThat(clean("1 validation error detected: " + cutOff)).isEqualTo("1 validation error detected: Value");
    }

    @Test
    void tokensAreTakenOutWhereverTheyStand() {
        assertThat(clean("Login token eyJraWQi.eyJzdWIi.c2ln-_= is expired"))
                .isEqualTo("Login token (token) is expired");
        assertThat(clean("The token " + OPAQUE + ", is malformed.")).isEqualTo("The token (token), is malformed.");
    }

    @Test
    void aSamlResponseIsTakenOut() {
        byte[] xml = "<samlp:Response ID=\"_8e8dc5f69a98cc4c1ff3427e5ce34606fd672f91e6\"/>"
                .repeat(9)
                .getBytes();
        String inLines = Base64.getMimeEncoder().encodeToString(xml);

        assertThat(clean("No assertion in " + Base64.getEncoder().encodeToString(xml) + " found"))
                .isEqualTo("No assertion in (token) found");
        assertThat(ServiceText.clean("No assertion in " + inLines + " found", List.of(inLines)))
                .isEqualTo("No assertion in (token) found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ya29.a0 of [odd] shape", "opaque-1"})
    void whatWasSentIsTakenOutWhateverItsShape(String sent) {
        assertThat(ServiceText.clean("Token " + sent + " or <" + sent + "> is bad", List.of(sent)))
                .isEqualTo("Token (token) or <(token)> is bad");
    }

    @Test
    void soItIsWhereOnlyItsBeginningIsQuoted() {
        String sent = "ya29.a0 of [odd] shape (and some length)";

        assertThat(ServiceText.clean("Token ya29.a0 of [odd] shape (and... is bad", List.of(sent)))
                .isEqualTo("Token (token)... is bad");
    }

    @Test
    void oneThatBeginsLikeAnotherLeavesNothingOfIt() {
        assertThat(ServiceText.clean("<abcdefgh> <abcdefgh?ijk>", List.of("abcdefgh", "abcdefgh?ijk")))
                .isEqualTo("<(token)> <(token)>");
    }

    @Test
    void wordsThatAreSentAsTokensStay() {
        assertThat(ServiceText.clean("a bad token", List.of("a", "bad", ""))).isEqualTo("a bad token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token is not from a supported provider of this identity pool.",
                "cognito-idp.cn-northwest-1.amazonaws.com.cn/cn-northwest-1_AbCdEfGhI is unknown.",
                "Role arn:aws:iam::123456789012:role/service-role/PhotoAlbumMembers is not this caller's.",
                "IdentityPool 'eu-west-1:1f0a6e2c-0000-4000-8000-000000000001' not found."
            })
    void whatAMessageIsReadForStays(String message) {
        assertThat(clean(message)).isEqualTo(message);
    }

    @Test
    void itIsOneLineOfBoundedLength() {
        assertThat(clean("one\r\ntwo\tthree")).isEqualTo("one two three");
        assertThat(clean("x ".repeat(1000))).isEqualTo("x ".repeat(150) + "...");
    }

    private static String clean(String text) {
        return ServiceText.clean(text, List.of());
    }
}
