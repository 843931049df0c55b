package io.github.cognitoee.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.internal.config.Region;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTermsTest {

    @CognitoSigned(service = "execute-api")
    private interface Plain {}

    @CognitoSigned(service = "es", region = "eu-central-1", role = "arn:aws:iam::123456789012:role/R", maxBodySize = 7)
    private interface Full {}

    @CognitoSigned(service = "lambda", guest = true)
    private interface OfGuests {}

    @CognitoSigned(service = " ")
    private interface NoService {}

    @CognitoSigned(service = "lambda", region = "Ireland")
    private interface NoRegion {}

    @CognitoSigned(service = "lambda", guest = true, role = "arn:aws:iam::123456789012:role/R")
    private interface GuestInARole {}

    @CognitoSigned(service = "lambda", maxBodySize = 0)
    private interface NoRoom {}

    @Test
    void callersSignInThePoolsRegionUnlessOtherwiseSaid() {
        assertThat(of(Plain.class))
                .isEqualTo(new SignatureTerms("execute-api", Optional.empty(), Optional.empty(), false, 10485760));
        assertThat(of(OfGuests.class))
                .isEqualTo(new SignatureTerms("lambda", Optional.empty(), Optional.empty(), true, 10485760));
        assertThat(of(Full.class))
                .isEqualTo(new SignatureTerms(
                        "es",
                        Optional.of(new Region("eu-central-1")),
                        Optional.of("arn:aws:iam::123456789012:role/R"),
                        false,
                        7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NoService | names no service; expected the one that signatures are for, such as execute-api",
                "NoRegion | has a wrong region: 'Ireland' is not an AWS region such as eu-west-1",
                "GuestInARole | has both role and guest = true; guests have the identity pool's role for them, so remove"
                        + " one",
                "NoRoom | has no room for a body; maxBodySize must be above 0"
            })
    void whatCannotBeRightIsToldWithItsPlace(String type, String problem) throws ClassNotFoundException {
        Class<?> annotated = Class.forName(SignatureTermsTest.class.getName() + "$" + type);

        assertThatThrownBy(() -> of(annotated))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: @CognitoSigned of " + annotated + " " + problem);
    }

    private static SignatureTerms of(Class<?> annotated) {
        return SignatureTerms.of(annotated.getAnnotation(CognitoSigned.class), annotated);
    }
}
