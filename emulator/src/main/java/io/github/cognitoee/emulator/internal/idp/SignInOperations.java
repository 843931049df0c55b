package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.ClientSecret;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Session;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration.Source;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in by password or refresh token, and answers to challenges. */
final class SignInOperations {

    private static final String ADMIN_PASSWORD = "ADMIN_USER_PASSWORD_AUTH";

    private final Directory directory;
    private final Tokens tokens;

    SignInOperations(Directory directory, Tokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(InitiateAuth.class, this::initiate)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.USER_NOT_CONFIRMED,
                                ErrorType.PASSWORD_RESET_REQUIRED)
                        .triggering(),
                Operation.signed(AdminInitiateAuth.class, this::adminInitiate)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.USER_NOT_CONFIRMED,
                                ErrorType.PASSWORD_RESET_REQUIRED)
                        .triggering(),
                Operation.open(RespondToAuthChallenge.class, this::respond)
                        .refusing(ErrorType.INVALID_PASSWORD, ErrorType.PASSWORD_HISTORY, ErrorType.USER_NOT_FOUND)
                        .triggering(),
                Operation.signed(AdminRespondToAuthChallenge.class, this::adminRespond)
                        .refusing(ErrorType.INVALID_PASSWORD, ErrorType.PASSWORD_HISTORY, ErrorType.USER_NOT_FOUND)
                        .triggering(),
                Operation.open(GetTokensFromRefreshToken.class, this::refresh)
                        .refusing(ErrorType.REFRESH_TOKEN_REUSE)
                        .triggering());
    }

    @OneOf({
        "USER_SRP_AUTH",
        "REFRESH_TOKEN_AUTH",
        "REFRESH_TOKEN",
        "CUSTOM_AUTH",
        "ADMIN_NO_SRP_AUTH",
        "USER_PASSWORD_AUTH",
        "ADMIN_USER_PASSWORD_AUTH",
        "USER_AUTH"
    })
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface AuthFlow {}

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

    record InitiateAuth(
            @AuthFlow String authFlow,
            @Nullable @Secret Map<String, @Secret String> authParameters,
            @Nullable Map<String, String> clientMetadata,
            @ClientId String clientId,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable UserContextData userContextData) {

        @Override
        public String toString() {
            return "InitiateAuth[" + authFlow + "]";
        }
    }

    /** Taken and ignored: what an application tells about itself. */
    record AnalyticsMetadata(@Nullable String analyticsEndpointId) {}

    /** Taken and ignored: what an application tells about its user's device. */
    record UserContextData(@Nullable String ipAddress, @Nullable String encodedData) {}

    private Object initiate(InitiateAuth request) {
        ClientContext context = ClientContext.of(directory, request.clientId()).withMetadata(request.clientMetadata());
        Parameters parameters = Parameters.of(request.authParameters());
        return switch (request.authFlow()) {
            case "USER_PASSWORD_AUTH" -> byPassword(context, request.authFlow(), parameters);
            case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> byRefreshToken(context, parameters);
            case ADMIN_PASSWORD, "ADMIN_NO_SRP_AUTH" -> throw ErrorType.INVALID_PARAMETER.because(
                    "Initiate Auth method not supported.");
            default -> throw unknownFlow(request.authFlow());
        };
    }

    record AdminInitiateAuth(
            @PoolId String userPoolId,
            @ClientId String clientId,
            @AuthFlow String authFlow,
            @Nullable @Secret Map<String, @Secret String> authParameters,
            @Nullable Map<String, String> clientMetadata,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable ContextData contextData) {

        @Override
        public String toString() {
            return "AdminInitiateAuth[" + authFlow + "]";
        }
    }

    /** Taken and ignored: what a server tells about the request of its user. */
    record ContextData(
            String ipAddress,
            String serverName,
            String serverPath,
            List<HttpHeader> httpHeaders,
            @Nullable String encodedData) {}

    record HttpHeader(@Nullable String headerName, @Nullable String headerValue) {}

    private Object adminInitiate(AdminInitiateAuth request) {
        ClientContext context = ClientContext.of(directory, request.userPoolId(), request.clientId())
                .withMetadata(request.clientMetadata());
        Parameters parameters = Parameters.of(request.authParameters());
        return switch (request.authFlow()) {
            case ADMIN_PASSWORD, "ADMIN_NO_SRP_AUTH" -> byPassword(context, ADMIN_PASSWORD, parameters);
            case "USER_PASSWORD_AUTH" -> byPassword(context, request.authFlow(), parameters);
            case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> byRefreshToken(context, parameters);
            default -> throw unknownFlow(request.authFlow());
        };
    }

    private AuthAnswer byPassword(ClientContext context, String flow, Parameters parameters) {
        checkAllowed(context, flow);
        String username = parameters.required("USERNAME");
        String password = parameters.required("PASSWORD");
        context.checkSecretHash(parameters.optional("SECRET_HASH"), username);
        Account account = new PasswordCheck(context).signIn(username, password);
        if (!SecondFactors.of(context.pool(), account).isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "The emulator asks for second factors at its pages alone: this user cannot sign in by an operation.");
        }
        return account.status() == UserStatus.FORCE_CHANGE_PASSWORD
                ? new NewPasswordChallenge(context).open(account)
                : AuthAnswer.tokens(tokens.ofSignIn(context, account, Source.SIGN_IN));
    }

    private AuthAnswer byRefreshToken(ClientContext context, Parameters parameters) {
        checkAllowed(context, "REFRESH_TOKEN_AUTH");
        String refreshToken = parameters.required("REFRESH_TOKEN");
        String[] hashed = context.pool()
                .grants()
                .find(refreshToken)
                .map(Grant::username)
                .flatMap(name -> context.pool().accounts().named(name))
                .map(account -> new String[] {account.username(), account.sub()})
                .orElse(new String[] {""});
        context.checkSecretHash(parameters.optional("SECRET_HASH"), hashed);
        try {
            return AuthAnswer.tokens(tokens.ofRefresh(context, refreshToken));
        } catch (Refusal refusal) {
            throw knownToFlows(refusal);
        }
    }

    /** Only the operation that knows rotation tells of a replaced token; the client may have rotated before. */
    private static Refusal knownToFlows(Refusal refusal) {
        return refusal.type() == ErrorType.REFRESH_TOKEN_REUSE
                ? ErrorType.NOT_AUTHORIZED.because("Refresh Token has been revoked")
                : refusal;
    }

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
        return answer(
                ClientContext.of(directory, request.clientId()).withMetadata(request.clientMetadata()),
                request.challengeName(),
                request.session(),
                Parameters.of(request.challengeResponses()));
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
        return answer(
                ClientContext.of(directory, request.userPoolId(), request.clientId())
                        .withMetadata(request.clientMetadata()),
                request.challengeName(),
                request.session(),
                Parameters.of(request.challengeResponses()));
    }

    private AuthAnswer answer(ClientContext context, String challenge, @Nullable String session, Parameters responses) {
        if (!challenge.equals(NewPasswordChallenge.NAME)) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator does not know the challenge " + challenge);
        }
        if (session == null) {
            throw ErrorType.INVALID_PARAMETER.because("Missing required parameter Session");
        }
        context.checkSecretHash(responses.optional("SECRET_HASH"), responses.required("USERNAME"));
        Account account = new NewPasswordChallenge(context).answer(session, responses);
        return AuthAnswer.tokens(tokens.ofSignIn(context, account, Source.NEW_PASSWORD));
    }

    record GetTokensFromRefreshToken(
            @Token String refreshToken,
            @ClientId String clientId,
            @Nullable @ClientSecret String clientSecret,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "GetTokensFromRefreshToken";
        }
    }

    private Object refresh(GetTokensFromRefreshToken request) {
        ClientContext context = ClientContext.of(directory, request.clientId()).withMetadata(request.clientMetadata());
        if (context.client().hasSecret() && !context.client().isSecret(request.clientSecret())) {
            throw ErrorType.NOT_AUTHORIZED.because("Unable to verify secret for client " + request.clientId());
        }
        if (!context.settings().rotates()) {
            checkAllowed(context, "REFRESH_TOKEN_AUTH");
        }
        return Map.of("AuthenticationResult", tokens.ofRefresh(context, request.refreshToken()));
    }

    private static void checkAllowed(ClientContext context, String flow) {
        if (!context.settings().allowsFlow(flow)) {
            throw ErrorType.INVALID_PARAMETER.because(
                    flow.equals(ADMIN_PASSWORD)
                            ? "Auth flow not enabled for this client"
                            : flow + " flow not enabled for this client");
        }
    }

    private static RuntimeException unknownFlow(String flow) {
        return ErrorType.INVALID_PARAMETER.because("The emulator does not know the flow " + flow);
    }
}
