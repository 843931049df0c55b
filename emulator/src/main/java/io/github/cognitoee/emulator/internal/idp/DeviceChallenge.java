package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Device;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code DEVICE_SRP_AUTH}: a device is to prove that it is the one that the user had before. */
record DeviceChallenge() implements Question {

    private static final String NAME = "DEVICE_SRP_AUTH";

    @Override
    public String name() {
        return NAME;
    }

    static AuthAnswer ask(SignIn signIn) {
        return AuthAnswer.challenge(NAME, signIn.await(NAME), Map.of());
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        SignIn signIn = reply.signIn();
        Device device = deviceOf(reply, signIn);
        Proof proof =
                Proof.begin(device.identity(), device.verifier(), reply.given().required("SRP_A"));
        reply.end();
        String session = signIn.await(DeviceVerifierChallenge.NAME, proof);
        Map<String, String> parameters = new LinkedHashMap<>(proof.parameters(session));
        parameters.put("DEVICE_KEY", device.key());
        parameters.put("USERNAME", signIn.account().username());
        return AuthAnswer.challenge(DeviceVerifierChallenge.NAME, session, parameters);
    }

    /** The device that the answer names, which is the one that the sign-in began with. */
    static Device deviceOf(Reply reply, SignIn signIn) {
        String key = reply.given().required("DEVICE_KEY");
        return signIn.device()
                .filter(device -> device.key().equals(key))
                .orElseThrow(() -> ErrorType.RESOURCE_NOT_FOUND.because("Device does not exist."));
    }
}
