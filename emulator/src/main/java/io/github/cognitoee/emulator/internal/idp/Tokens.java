package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.AuthAnswer.AuthenticationResult;
import io.github.cognitoee.emulator.internal.idp.AuthAnswer.NewDeviceMetadata;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Device;
import io.github.cognitoee.emulator.internal.pool.Devices.NewDevice;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Grants;
import io.github.cognitoee.emulator.internal.pool.RandomIds;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import io.github.cognitoee.emulator.internal.pool.TokenChanges;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import io.github.cognitoee.emulator.internal.trigger.Authentication;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens that a sign-in or a refresh gives. */
final class Tokens {

    private final TokenIssuer issuer;

    Tokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if a function is against it */
    AuthenticationResult ofSignIn(SignIn signIn) {
        Moment moment = signIn.context().momentOnTheWay();
        NewDeviceMetadata newDevice = newDevice(signIn);
        new Authentication(moment).after(signIn.account(), newDevice != null);
        String deviceKey = newDevice == null ? signIn.device().map(Device::key).orElse(null) : newDevice.deviceKey();
        Grants grants = signIn.pool().grants();
        Grant grant = grants.open(
                signIn.account(),
                signIn.context().client(),
                List.of(Scopes.USER_ADMIN),
                new Grant.Means(signIn.attempt().claims(), deviceKey));
        TokenChanges changes = new PreTokenGeneration(moment).ofUser(source(signIn.context()), signIn.account(), grant);
        SignedIn user = new SignedIn(signIn.pool(), signIn.context().client(), signIn.account(), grant, changes);
        return result(user, grants.refreshTokenOf(grant), newDevice);
    }

    private static @Nullable NewDeviceMetadata newDevice(SignIn signIn) {
        if (!signIn.pool().settings().tracksDevices() || signIn.device().isPresent()) {
            return null;
        }
        String group = RandomIds.deviceGroup();
        String key =
                signIn.pool().devices().issue(new NewDevice(signIn.account().username(), group));
        return new NewDeviceMetadata(key, group);
    }

    /**
     * Another access token and another ID token.
     *
     * @param deviceKey the device that they are for, where the pool knows devices
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the refresh token or its user is no longer good
     */
    AuthenticationResult ofRefresh(ClientContext context, String refreshToken, @Nullable String deviceKey) {
        Grants grants = context.pool().grants();
        Grant grant = grants.refresh(refreshToken, context.client(), deviceKey);
        Account account = context.pool()
                .accounts()
                .named(grant.username())
                .orElseThrow(() -> ErrorType.NOT_AUTHORIZED.because("Refresh Token has been revoked"));
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        TokenChanges changes = new PreTokenGeneration(context.moment()).ofUser(Source.REFRESH, account, grant);
        SignedIn user = new SignedIn(context.pool(), context.client(), account, grant, changes);
        ClientSettings settings = context.settings();
        String next = settings.rotates() ? grants.rotate(refreshToken, grant, settings.rotationGrace()) : null;
        return result(user, next, null);
    }

    /** Why there are tokens now: what the call that brings them has answered. */
    private static Source source(ClientContext context) {
        return switch (String.valueOf(context.challenge())) {
            case "NEW_PASSWORD_REQUIRED" -> Source.NEW_PASSWORD;
            case "DEVICE_PASSWORD_VERIFIER" -> Source.DEVICE;
            default -> Source.SIGN_IN;
        };
    }

    private AuthenticationResult result(
            SignedIn user, @Nullable String refreshToken, @Nullable NewDeviceMetadata newDevice) {
        return new AuthenticationResult(
                issuer.accessToken(user),
                issuer.idToken(user),
                refreshToken,
                user.client().settings().accessLifetime().toSeconds(),
                "Bearer",
                newDevice);
    }
}
