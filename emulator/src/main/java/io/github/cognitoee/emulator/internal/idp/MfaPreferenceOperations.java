package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.Constraint.Inline;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which second factors users have switched on, and which they prefer. */
final class MfaPreferenceOperations {

    private final Directory directory;
    private final TokenHolders holders;

    MfaPreferenceOperations(Directory directory, TokenHolders holders) {
        this.directory = directory;
        this.holders = holders;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(SetUserMFAPreference.class, this::set).refusing(ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminSetUserMFAPreference.class, this::adminSet)
                        .refusing(ErrorType.USER_NOT_FOUND));
    }

    /** What is not told stays as it is. */
    record Preference(@Nullable Boolean enabled, @Nullable Boolean preferredMfa) {

        private Mfa applied(Mfa mfa, String factor) {
            Mfa changed = mfa;
            if (enabled != null) {
                changed = enabled ? mfa.with(factor) : mfa.without(factor);
            }
            if (preferredMfa == null) {
                return changed;
            }
            return preferredMfa
                    ? changed.preferring(factor)
                    : factor.equals(changed.preferred()) ? changed.preferring(null) : changed;
        }

        private boolean prefers() {
            return Boolean.TRUE.equals(preferredMfa);
        }
    }

    record Preferences(
            @Nullable Preference sMSMfaSettings,
            @Nullable Preference softwareTokenMfaSettings,
            @Nullable Preference emailMfaSettings) {

        private Map<String, Preference> byFactor() {
            Map<String, Preference> all = new LinkedHashMap<>();
            put(all, Mfa.SMS, sMSMfaSettings);
            put(all, Mfa.TOTP, softwareTokenMfaSettings);
            put(all, Mfa.EMAIL, emailMfaSettings);
            return all;
        }

        private static void put(Map<String, Preference> all, String factor, @Nullable Preference preference) {
            if (preference != null) {
                all.put(factor, preference);
            }
        }
    }

    record SetUserMFAPreference(@Inline Preferences preferences, @Token String accessToken) {
        @Override
        public String toString() {
            return "SetUserMFAPreference";
        }
    }

    private Object set(SetUserMFAPreference request) {
        Holder holder = holders.holderOf(request.accessToken());
        apply(holder.pool(), holder.account(), request.preferences());
        return Nothing.TO_TELL;
    }

    record AdminSetUserMFAPreference(
            @Inline Preferences preferences, @Username String username, @PoolId String userPoolId) {}

    private Object adminSet(AdminSetUserMFAPreference request) {
        Pool pool = directory.pool(request.userPoolId());
        apply(pool, pool.accounts().required(request.username()), request.preferences());
        return Nothing.TO_TELL;
    }

    private static void apply(Pool pool, Account account, Preferences preferences) {
        Map<String, Preference> wanted = preferences.byFactor();
        if (wanted.values().stream().filter(Preference::prefers).count() > 1) {
            throw ErrorType.INVALID_PARAMETER.because("Only one MFA method can be preferred.");
        }
        wanted.forEach((factor, preference) -> {
            if (Boolean.TRUE.equals(preference.enabled())) {
                checkPossible(account, factor);
            }
        });
        pool.setMfa(account, mfa -> {
            Mfa changed = mfa;
            for (Map.Entry<String, Preference> one : wanted.entrySet()) {
                changed = one.getValue().applied(changed, one.getKey());
            }
            return checked(changed);
        });
    }

    private static void checkPossible(Account account, String factor) {
        if (!SecondFactors.isReachable(account, factor)) {
            throw ErrorType.INVALID_PARAMETER.because(
                    factor.equals(Mfa.TOTP)
                            ? "User has not verified software token mfa"
                            : "User does not have delivery config set to turn on " + factor);
        }
    }

    private static Mfa checked(Mfa mfa) {
        if (mfa.preferred() != null && !mfa.methods().contains(mfa.preferred())) {
            throw ErrorType.INVALID_PARAMETER.because(mfa.preferred() + " is preferred, but not enabled.");
        }
        return mfa;
    }
}
