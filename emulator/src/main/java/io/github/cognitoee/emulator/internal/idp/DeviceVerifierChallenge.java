package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Device;
import org.jspecify.annotations.Nullable;

/** {@code DEVICE_PASSWORD_VERIFIER}: the proof of a device's own password. It is good for one answer, right or wrong. */
record DeviceVerifierChallenge() implements Question {

    static final String NAME = "DEVICE_PASSWORD_VERIFIER";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sessionOf(@Nullable String session, Parameters given) {
        return session == null ? Proof.sessionOf(given) : session;
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        SignIn signIn = reply.signIn();
        Device device = DeviceChallenge.deviceOf(reply, signIn);
        boolean right = reply.challenge().detail(Proof.class).isRight(reply);
        reply.end();
        if (!right) {
            throw PasswordCheck.wrong();
        }
        signIn.pool().devices().authenticated(device.key());
        return course.complete(signIn);
    }
}
