package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Device;
import io.github.cognitoee.emulator.internal.pool.Names.DeviceKey;
import io.github.cognitoee.emulator.internal.pool.Names.Limit;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.PoolSettings.DeviceConfiguration;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users do with their devices. */
final class DeviceOperations {

    private final TokenHolders holders;

    DeviceOperations(TokenHolders holders) {
        this.holders = holders;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(ConfirmDevice.class, this::confirm)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.DEVICE_KEY_EXISTS),
                Operation.open(UpdateDeviceStatus.class, this::update).refusing(ErrorType.USER_NOT_FOUND),
                Operation.open(GetDevice.class, this::get).refusing(ErrorType.USER_NOT_FOUND),
                Operation.open(ListDevices.class, this::list).refusing(ErrorType.USER_NOT_FOUND),
                Operation.open(ForgetDevice.class, this::forget).refusing(ErrorType.USER_NOT_FOUND));
    }

    record ConfirmDevice(
            @Token String accessToken,
            @DeviceKey String deviceKey,
            @Nullable DeviceSecretVerifierConfig deviceSecretVerifierConfig,
            @Nullable @Length(min = 1, max = 1024) String deviceName) {

        @Override
        public String toString() {
            return "ConfirmDevice";
        }
    }

    record DeviceSecretVerifierConfig(@Nullable @Secret String passwordVerifier, @Nullable @Secret String salt) {

        private Verifier verifier() {
            return Verifier.of(number("Salt", salt), number("PasswordVerifier", passwordVerifier));
        }

        private static BigInteger number(String member, @Nullable String base64) {
            try {
                return new BigInteger(1, Base64.getDecoder().decode(base64 == null ? "-" : base64));
            } catch (IllegalArgumentException e) {
                throw ErrorType.INVALID_PARAMETER.because(member + " of DeviceSecretVerifierConfig must be Base64");
            }
        }

        @Override
        public String toString() {
            return "DeviceSecretVerifierConfig";
        }
    }

    private Object confirm(ConfirmDevice request) {
        Holder holder = holders.holderOf(request.accessToken());
        DeviceConfiguration settings = holder.pool().settings().deviceConfiguration();
        if (settings == null || request.deviceSecretVerifierConfig() == null) {
            throw ErrorType.INVALID_PARAMETER.because(
                    settings == null
                            ? "The user pool does not track devices."
                            : "Missing required parameter DeviceSecretVerifierConfig");
        }
        if (!request.deviceKey().equals(holder.deviceKey())) {
            throw ErrorType.RESOURCE_NOT_FOUND.because("Device does not exist.");
        }
        holder.pool()
                .devices()
                .register(
                        request.deviceKey(),
                        holder.account().username(),
                        request.deviceName(),
                        request.deviceSecretVerifierConfig().verifier(),
                        !settings.asksUser());
        return Map.of("UserConfirmationNecessary", settings.asksUser());
    }

    record UpdateDeviceStatus(
            @Token String accessToken,
            @DeviceKey String deviceKey,
            @Nullable @OneOf({"remembered", "not_remembered"}) String deviceRememberedStatus) {

        @Override
        public String toString() {
            return "UpdateDeviceStatus";
        }
    }

    private Object update(UpdateDeviceStatus request) {
        Holder holder = holders.holderOf(request.accessToken());
        holder.pool()
                .devices()
                .remember(
                        request.deviceKey(),
                        holder.account().username(),
                        "remembered".equals(request.deviceRememberedStatus()));
        return Nothing.TO_TELL;
    }

    record GetDevice(@DeviceKey String deviceKey, @Nullable @Token String accessToken) {
        @Override
        public String toString() {
            return "GetDevice";
        }
    }

    private Object get(GetDevice request) {
        Holder holder = holderOf(request.accessToken());
        Device device = holder.pool()
                .devices()
                .required(request.deviceKey(), holder.account().username());
        return Map.of("Device", DeviceView.of(device));
    }

    record ListDevices(
            @Token String accessToken, @Nullable @Limit Integer limit, @Nullable @NextToken String paginationToken) {

        @Override
        public String toString() {
            return "ListDevices";
        }
    }

    private Object list(ListDevices request) {
        Holder holder = holders.holderOf(request.accessToken());
        List<Device> devices = holder.pool().devices().of(holder.account().username());
        return Page.of(devices, request.limit(), request.paginationToken())
                .as("Devices", "PaginationToken", DeviceView::of);
    }

    record ForgetDevice(@Nullable @Token String accessToken, @DeviceKey String deviceKey) {
        @Override
        public String toString() {
            return "ForgetDevice";
        }
    }

    private Object forget(ForgetDevice request) {
        Holder holder = holderOf(request.accessToken());
        holder.pool().devices().forget(request.deviceKey(), holder.account().username());
        return Nothing.TO_TELL;
    }

    /** The model has the token for optional, but nobody else can tell whose device it is. */
    private Holder holderOf(@Nullable String accessToken) {
        if (accessToken == null) {
            throw ErrorType.INVALID_PARAMETER.because("Missing required parameter AccessToken");
        }
        return holders.holderOf(accessToken);
    }
}
