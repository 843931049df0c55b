package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Attribute;
import io.github.cognitoee.emulator.internal.pool.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A device as the service describes it. */
record DeviceView(
        String deviceKey,
        List<Attribute> deviceAttributes,
        Instant deviceCreateDate,
        Instant deviceLastModifiedDate,
        Instant deviceLastAuthenticatedDate) {

    static DeviceView of(Device device) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("device_status", "valid"));
        if (device.name() != null) {
            attributes.add(new Attribute("device_name", device.name()));
        }
        attributes.add(
                new Attribute("dev:device_remembered_status", device.remembered() ? "remembered" : "not_remembered"));
        return new DeviceView(
                device.key(), attributes, device.created(), device.modified(), device.lastAuthenticated());
    }
}
