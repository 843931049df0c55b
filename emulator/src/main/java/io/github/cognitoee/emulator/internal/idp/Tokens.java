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
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens that a sign-in or a refresh gives. */
final class Tokens {

    private final TokenIssuer issuer;

    Tokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    AuthenticationResult ofSignIn(SignIn signIn) {
        NewDeviceMetadata newDevice = newDevice(signIn);
        String deviceKey = newDevice == null ? signIn.device().map(Device::key).orElse(null) : newDevice.deviceKey();
        Grants grants = signIn.pool().grants();
        Grant grant = grants.open(
                signIn.account(),
                signIn.context().client(),
                List.of(Scopes.USER_ADMIN),
                new Grant.Means(signIn.attempt().claims(), deviceKey));
        return result(signIn.context(), signIn.account(), grant, grants.refreshTokenOf(grant), newDevice);
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
        ClientSettings settings = context.settings();
        String next = settings.rotates() ? grants.rotate(refreshToken, grant, settings.rotationGrace()) : null;
        return result(context, account, grant, next, null);
    }

    private AuthenticationResult result(
            ClientContext context,
            Account account,
            Grant grant,
            @Nullable String refreshToken,
            @Nullable NewDeviceMetadata newDevice) {
        SignedIn user = new SignedIn(context.pool(), context.client(), account, grant);
        return new AuthenticationResult(
                issuer.accessToken(user),
                issuer.idToken(user),
                refreshToken,
                context.settings().accessLifetime().toSeconds(),
                "Bearer",
                newDevice);
    }
}
