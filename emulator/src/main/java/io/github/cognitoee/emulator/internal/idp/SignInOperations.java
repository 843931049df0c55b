package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CallerContext.AnalyticsMetadata;
import io.github.cognitoee.emulator.internal.idp.CallerContext.ContextData;
import io.github.cognitoee.emulator.internal.idp.CallerContext.UserContextData;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.ClientSecret;
import io.github.cognitoee.emulator.internal.pool.Names.DeviceKey;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The beginnings of sign-ins, and their continuation by refresh tokens. */
final class SignInOperations {

    private final Directory directory;
    private final Tokens tokens;
    private final Map<String, Flow> flows;

    SignInOperations(Directory directory, Tokens tokens, List<Flow> flows) {
        this.directory = directory;
        this.tokens = tokens;
        this.flows = flows.stream().collect(Collectors.toMap(Flow::name, Function.identity()));
    }

    List<Operation<?>> all() {
        return List.of(
                refusing(Operation.open(InitiateAuth.class, this::initiate)),
                refusing(Operation.signed(AdminInitiateAuth.class, this::adminInitiate)),
                Operation.open(GetTokensFromRefreshToken.class, this::refresh)
                        .refusing(ErrorType.REFRESH_TOKEN_REUSE)
                        .triggering());
    }

    private static Operation<?> refusing(Operation<?> operation) {
        return operation
                .refusing(
                        ErrorType.USER_NOT_FOUND,
                        ErrorType.USER_NOT_CONFIRMED,
                        ErrorType.PASSWORD_RESET_REQUIRED,
                        ErrorType.FEATURE_UNAVAILABLE_IN_TIER)
                .triggering();
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

    private Object initiate(InitiateAuth request) {
        ClientContext context = ClientContext.of(directory, request.clientId()).withMetadata(request.clientMetadata());
        String flow = modern(request.authFlow());
        if (flow.equals(PasswordFlow.OF_ADMINISTRATORS)) {
            throw ErrorType.INVALID_PARAMETER.because("Initiate Auth method not supported.");
        }
        Parameters given = Parameters.of(request.authParameters());
        return new Diary(context, CallerContext.heard(context, request.userContextData()))
                .note(given, () -> begin(context, flow, given));
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

    private Object adminInitiate(AdminInitiateAuth request) {
        ClientContext context = ClientContext.of(directory, request.userPoolId(), request.clientId())
                .withMetadata(request.clientMetadata());
        Parameters given = Parameters.of(request.authParameters());
        return new Diary(context, CallerContext.of(request.contextData()))
                .note(given, () -> begin(context, modern(request.authFlow()), given));
    }

    private AuthAnswer begin(ClientContext context, String name, Parameters given) {
        Flow flow = flows.get(name);
        if (flow == null) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator does not know the flow " + name);
        }
        checkAllowed(context, name);
        return flow.begin(context, given);
    }

    /** Two flows have an older name too. */
    private static String modern(String flow) {
        return switch (flow) {
            case "ADMIN_NO_SRP_AUTH" -> PasswordFlow.OF_ADMINISTRATORS;
            case "REFRESH_TOKEN" -> RefreshFlow.NAME;
            default -> flow;
        };
    }

    record GetTokensFromRefreshToken(
            @Token String refreshToken,
            @ClientId String clientId,
            @Nullable @ClientSecret String clientSecret,
            @Nullable @DeviceKey String deviceKey,
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
            checkAllowed(context, RefreshFlow.NAME);
        }
        return Map.of("AuthenticationResult", tokens.ofRefresh(context, request.refreshToken(), request.deviceKey()));
    }

    private static void checkAllowed(ClientContext context, String flow) {
        if (!context.settings().allowsFlow(flow)) {
            throw ErrorType.INVALID_PARAMETER.because(
                    flow.equals(PasswordFlow.OF_ADMINISTRATORS)
                            ? "Auth flow not enabled for this client"
                            : flow + " flow not enabled for this client");
        }
    }
}
