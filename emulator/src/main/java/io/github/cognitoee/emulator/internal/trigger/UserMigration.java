package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code UserMigration}: whether someone without an account has one elsewhere. */
public record UserMigration(Moment moment) {

    /**
     * The user elsewhere.
     *
     * @param status {@code CONFIRMED} or {@code RESET_REQUIRED}
     * @param forceAlias whether he takes his contact from another user who has it
     */
    public record Migrated(Map<String, String> attributes, UserStatus status, boolean forceAlias) {

        /** Tells no attribute. */
        @Override
        public String toString() {
            return "Migrated[" + status + "]";
        }
    }

    /** Who signs in with a password; empty if the function knows none either. */
    public Optional<Migrated> ofSignIn(String typed, String password) {
        ObjectNode request = Moment.empty().put("password", password);
        return migrated("UserMigration_Authentication", typed, request);
    }

    /** Who has forgotten a password. */
    public Optional<Migrated> ofForgottenPassword(String typed) {
        return migrated("UserMigration_ForgotPassword", typed, Moment.empty());
    }

    private Optional<Migrated> migrated(String source, String typed, ObjectNode request) {
        ObjectNode response = Moment.empty()
                .putNull("userAttributes")
                .putNull("forceAliasCreation")
                .putNull("finalUserStatus")
                .putNull("messageAction")
                .putNull("desiredDeliveryMediums");
        request.put("userName", typed);
        boolean signsIn = source.endsWith("Authentication");
        ObjectNode complete =
                signsIn ? moment.withValidationData(request, moment.metadata()) : moment.withMetadata(request);
        return moment.call(source, typed, complete, response)
                .filter(answer -> answer.object("userAttributes").isPresent())
                .map(answer -> read(answer, signsIn));
    }

    /** The function names the status; one who forgot the password has to set another, whatever it says. */
    private static Migrated read(Response answer, boolean signsIn) {
        UserStatus status =
                answer.text("finalUserStatus").map(UserMigration::status).orElse(UserStatus.RESET_REQUIRED);
        Map<String, String> attributes = new LinkedHashMap<>(answer.textsByName("userAttributes"));
        attributes.remove("username");
        if (attributes.containsKey("sub")) {
            throw Response.unrecognizable();
        }
        return new Migrated(
                attributes, signsIn ? status : UserStatus.RESET_REQUIRED, answer.isTrue("forceAliasCreation"));
    }

    private static UserStatus status(String text) {
        return switch (text) {
            case "CONFIRMED" -> UserStatus.CONFIRMED;
            case "RESET_REQUIRED" -> UserStatus.RESET_REQUIRED;
            default -> throw Response.unrecognizable();
        };
    }
}
