package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CallerContext.AnalyticsMetadata;
import io.github.cognitoee.emulator.internal.idp.CallerContext.ContextData;
import io.github.cognitoee.emulator.internal.idp.CallerContext.UserContextData;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Session;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers to the challenges of sign-ins. */
final class ChallengeOperations {

    private final Directory directory;
    private final Course course;
    private final Map<String, Question> questions;

    ChallengeOperations(Directory directory, Course course, List<Question> questions) {
        this.directory = directory;
        this.course = course;
        this.questions = questions.stream().collect(Collectors.toMap(Question::name, Function.identity()));
    }

    List<Operation<?>> all() {
        return List.of(
                refusing(Operation.open(RespondToAuthChallenge.class, this::respond)),
                refusing(Operation.signed(AdminRespondToAuthChallenge.class, this::adminRespond)));
    }

    private static Operation<?> refusing(Operation<?> operation) {
        return operation
                .refusing(
                        ErrorType.CODE_MISMATCH,
                        ErrorType.EXPIRED_CODE,
                        ErrorType.INVALID_PASSWORD,
                        ErrorType.PASSWORD_HISTORY,
                        ErrorType.PASSWORD_RESET_REQUIRED,
                        ErrorType.USER_NOT_CONFIRMED,
                        ErrorType.USER_NOT_FOUND)
                .triggering();
    }

    @OneOf({
        "SMS_MFA",
        "EMAIL_OTP",
        "SOFTWARE_TOKEN_MFA",
        "SELECT_MFA_TYPE",
        "MFA_SETUP",
        "PASSWORD_VERIFIER",
        "CUSTOM_CHALLENGE",
        "SELECT_CHALLENGE",
        "DEVICE_SRP_AUTH",
        "DEVICE_PASSWORD_VERIFIER",
        "ADMIN_NO_SRP_AUTH",
        "NEW_PASSWORD_REQUIRED",
        "SMS_OTP",
        "PASSWORD",
        "WEB_AUTHN",
        "PASSWORD_SRP"
    })
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface ChallengeName {}

    record RespondToAuthChallenge(
            @ClientId String clientId,
            @ChallengeName String challengeName,
            @Nullable @Session String session,
            @Nullable @Secret Map<String, @Secret String> challengeResponses,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable UserContextData userContextData,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "RespondToAuthChallenge[" + challengeName + "]";
        }
    }

    private Object respond(RespondToAuthChallenge request) {
        ClientContext context = ClientContext.of(directory, request.clientId()).withMetadata(request.clientMetadata());
        Parameters given = Parameters.of(request.challengeResponses());
        return new Diary(context, CallerContext.heard(context, request.userContextData()))
                .note(given, () -> answer(context, request.challengeName(), request.session(), given));
    }

    record AdminRespondToAuthChallenge(
            @PoolId String userPoolId,
            @ClientId String clientId,
            @ChallengeName String challengeName,
            @Nullable @Secret Map<String, @Secret String> challengeResponses,
            @Nullable @Session String session,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable ContextData contextData,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "AdminRespondToAuthChallenge[" + challengeName + "]";
        }
    }

    private Object adminRespond(AdminRespondToAuthChallenge request) {
        ClientContext context = ClientContext.of(directory, request.userPoolId(), request.clientId())
                .withMetadata(request.clientMetadata());
        Parameters given = Parameters.of(request.challengeResponses());
        return new Diary(context, CallerContext.of(request.contextData()))
                .note(given, () -> answer(context, request.challengeName(), request.session(), given));
    }

    private AuthAnswer answer(ClientContext context, String name, @Nullable String session, Parameters given) {
        Question question = questions.get(name);
        if (question == null) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator does not know the challenge " + name);
        }
        String own = question.sessionOf(session, given);
        Challenge challenge =
                context.pool().challenges().find(own, name, context.client().clientId());
        context.checkSecretHash(
                given.optional("SECRET_HASH"),
                question.hashedName(given, challenge.attempt().username()));
        return question.take(new Reply(context.answering(name), own, challenge, given), course);
    }
}
