package io.github.cognitoee.internal.userpool;

import java.util.Map;

/** {@code DEVICE_SRP_AUTH}: begins to show that the device's own password is known. */
final class DeviceSrpAuth implements OwnStep {

    static final String NAME = "DEVICE_SRP_AUTH";

    @Override
    public PoolAnswer answer(PoolAnswer due, Conversation conversation) {
        char[] password = conversation.device().password().toCharArray();
        return conversation.respondByDevice(NAME, Map.of("SRP_A", conversation.beginSrp(password)));
    }
}
