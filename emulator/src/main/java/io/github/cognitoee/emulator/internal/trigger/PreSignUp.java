package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.pool.NewUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code PreSignUp}: whether a user may come to be, and whether without a code. */
public record PreSignUp(Moment moment) {

    /** Where the user comes from. */
    public enum Source {
        SIGN_UP("PreSignUp_SignUp"),
        ADMINISTRATOR("PreSignUp_AdminCreateUser"),
        PROVIDER("PreSignUp_ExternalProvider");

        private final String text;

        Source(String text) {
            this.text = text;
        }
    }

    /** What the function decided. */
    public record Decision(boolean confirmed, boolean emailVerified, boolean phoneVerified) {

        private static final Decision NONE = new Decision(false, false, false);

        /** The attributes that follow from it. */
        public Map<String, String> attributes() {
            Map<String, String> attributes = new LinkedHashMap<>();
            if (emailVerified) {
                attributes.put("email_verified", "true");
            }
            if (phoneVerified) {
                attributes.put("phone_number_verified", "true");
            }
            return attributes;
        }
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the function does not let him */
    public Decision decide(Source source, NewUser user, Map<String, String> validationData) {
        ObjectNode request =
                moment.withMetadata(moment.withValidationData(moment.requestAbout(user.attributes()), validationData));
        ObjectNode response = Moment.empty()
                .put("autoConfirmUser", false)
                .put("autoVerifyEmail", false)
                .put("autoVerifyPhone", false);
        return moment.call(source.text, user.username(), request, response)
                .map(answer -> decision(user, answer))
                .orElse(Decision.NONE);
    }

    /** A contact that the user does not have cannot be verified. */
    private static Decision decision(NewUser user, Response answer) {
        Decision decision = new Decision(
                answer.isTrue("autoConfirmUser"), answer.isTrue("autoVerifyEmail"), answer.isTrue("autoVerifyPhone"));
        boolean possible = (!decision.emailVerified() || user.attributes().containsKey("email"))
                && (!decision.phoneVerified() || user.attributes().containsKey("phone_number"));
        if (!possible) {
            throw Response.unrecognizable();
        }
        return decision;
    }
}
