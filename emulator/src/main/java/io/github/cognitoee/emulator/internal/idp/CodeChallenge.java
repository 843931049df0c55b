package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.pool.Codes;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code SMS_MFA}, {@code EMAIL_OTP}, {@code SOFTWARE_TOKEN_MFA} and {@code SMS_OTP}: a code that was sent or that an app
 * shows, after the password or in its place.
 *
 * @param factor the second factor whose codes it takes
 */
record CodeChallenge(String name, String factor, SecondFactors factors) implements Question {

    /** Of a second factor of this name. */
    CodeChallenge(String name, SecondFactors factors) {
        this(name, name, factors);
    }

    AuthAnswer ask(SignIn signIn) {
        Map<String, String> parameters = factors.begin(signIn.context().momentOnTheWay(), signIn.account(), factor)
                .map(CodeChallenge::delivery)
                .orElseGet(() -> app(signIn.account().mfa().totpName()));
        return AuthAnswer.challenge(name, signIn.await(name), parameters);
    }

    static Map<String, String> delivery(Details sent) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CODE_DELIVERY_DELIVERY_MEDIUM", sent.deliveryMedium());
        parameters.put("CODE_DELIVERY_DESTINATION", sent.destination());
        return parameters;
    }

    private static Map<String, String> app(@Nullable String name) {
        return name == null ? Map.of() : Map.of("FRIENDLY_DEVICE_NAME", name);
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        String code = reply.given().required(name + "_CODE");
        if (reply.isOfNobody()) {
            return reply.counting(() -> {
                throw Codes.mismatch();
            });
        }
        SignIn signIn = reply.signIn();
        reply.counting(() -> {
            factors.check(signIn.pool(), signIn.account(), factor, code);
            return code;
        });
        reply.end();
        SignIn passed = signIn.passing(Mfa.claimOf(factor));
        return signIn.attempt().isFirst() ? course.afterFirstFactor(passed) : course.afterSecondFactor(passed);
    }
}
