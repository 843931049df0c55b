package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's second factors as answers show them: nothing, where there are none. */
record MfaView(@Nullable String preferredMfaSetting, @Nullable List<String> userMFASettingList) {

    static MfaView of(Account account) {
        List<String> methods = account.mfa().methods();
        return new MfaView(account.mfa().preferred(), methods.isEmpty() ? null : methods);
    }
}
