package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.pool.Account;
import java.util.Map;

/** {@code PreAuthentication} and {@code PostAuthentication}: before a user proves who he is, and after. */
public record Authentication(Moment moment) {

    private static final String BEFORE = "PreAuthentication_Authentication";

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the function does not let him */
    public void before(Account account, boolean hidden) {
        ObjectNode request = moment.requestAbout(account);
        before(account.username(), hidden ? request.put("userNotFound", false) : request);
    }

    /** As {@link #before(Account, boolean)}, of someone who has no account and is not to learn it. */
    public void beforeUnknown(String typed) {
        before(typed, moment.requestAbout(Map.of()).put("userNotFound", true));
    }

    private void before(String username, ObjectNode request) {
        moment.call(BEFORE, username, moment.withValidationData(request, moment.metadata()), Moment.empty());
    }

    /**
     * The user has signed in.
     *
     * @param newDevice whether from a device that the pool is to remember
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the function throws, so that nothing comes of it
     */
    public void after(Account account, boolean newDevice) {
        ObjectNode request = moment.requestAbout(account).put("newDeviceUsed", newDevice);
        moment.call(
                "PostAuthentication_Authentication", account.username(), moment.withMetadata(request), Moment.empty());
    }
}
