package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;

/** {@code DEVICE_PASSWORD_VERIFIER}: shows that the device's own password is known. */
final class DevicePasswordVerifier implements OwnStep {

    static final String NAME = "DEVICE_PASSWORD_VERIFIER";

    /** A refusal is about the device: the person's own password was the right one. */
    @Override
    public PoolAnswer answer(PoolAnswer due, Conversation conversation) {
        RememberedDevice device = conversation.device();
        Srp.Identity identity = new Srp.Identity(device.groupKey(), device.key());
        try {
            return conversation.respondByDevice(NAME, conversation.claim(identity, due));
        } catch (Refusal e) {
            throw e.reason() == RefusalReason.BAD_CREDENTIALS ? e.ofForgottenDevice() : e;
        }
    }
}
