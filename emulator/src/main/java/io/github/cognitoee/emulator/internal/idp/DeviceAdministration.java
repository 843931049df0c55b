package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Device;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.DeviceKey;
import io.github.cognitoee.emulator.internal.pool.Names.Limit;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What administrators do with users' devices. */
final class DeviceAdministration {

    private final Directory directory;

    DeviceAdministration(Directory directory) {
        this.directory = directory;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(AdminGetDevice.class, this::get),
                Operation.signed(AdminListDevices.class, this::list),
                Operation.signed(AdminUpdateDeviceStatus.class, this::update).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminForgetDevice.class, this::forget).refusing(ErrorType.USER_NOT_FOUND));
    }

    record AdminGetDevice(@DeviceKey String deviceKey, @PoolId String userPoolId, @Username String username) {}

    private Object get(AdminGetDevice request) {
        Pool pool = directory.pool(request.userPoolId());
        Device device = pool.devices().required(request.deviceKey(), nameOf(pool, request.username()));
        return Map.of("Device", DeviceView.of(device));
    }

    record AdminListDevices(
            @PoolId String userPoolId,
            @Username String username,
            @Nullable @Limit Integer limit,
            @Nullable @NextToken String paginationToken) {}

    private Object list(AdminListDevices request) {
        Pool pool = directory.pool(request.userPoolId());
        return Page.of(pool.devices().of(nameOf(pool, request.username())), request.limit(), request.paginationToken())
                .as("Devices", "PaginationToken", DeviceView::of);
    }

    record AdminUpdateDeviceStatus(
            @PoolId String userPoolId,
            @Username String username,
            @DeviceKey String deviceKey,
            @Nullable @OneOf({"remembered", "not_remembered"}) String deviceRememberedStatus) {}

    private Object update(AdminUpdateDeviceStatus request) {
        Pool pool = directory.pool(request.userPoolId());
        boolean remembered = "remembered".equals(request.deviceRememberedStatus());
        pool.devices().remember(request.deviceKey(), nameOf(pool, request.username()), remembered);
        return Nothing.TO_TELL;
    }

    record AdminForgetDevice(@PoolId String userPoolId, @Username String username, @DeviceKey String deviceKey) {}

    private Object forget(AdminForgetDevice request) {
        Pool pool = directory.pool(request.userPoolId());
        pool.devices().forget(request.deviceKey(), nameOf(pool, request.username()));
        return Nothing.TO_TELL;
    }

    private static String nameOf(Pool pool, String username) {
        return pool.accounts()
                .identified(username)
                .map(account -> account.username())
                .orElse(username);
    }
}
