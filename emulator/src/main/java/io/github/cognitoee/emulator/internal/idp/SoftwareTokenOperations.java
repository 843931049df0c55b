package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Names.PoolId;
import io.github.cognitoee.emulator.internal.pool.Names.Session;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Authenticator apps: given a secret, shown to have it, taken away. */
final class SoftwareTokenOperations {

    private final Directory directory;
    private final TokenHolders holders;

    SoftwareTokenOperations(Directory directory, TokenHolders holders) {
        this.directory = directory;
        this.holders = holders;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(AssociateSoftwareToken.class, this::associate)
                        .refusing(ErrorType.SOFTWARE_TOKEN_MFA_NOT_FOUND),
                Operation.open(VerifySoftwareToken.class, this::verify)
                        .refusing(
                                ErrorType.ENABLE_SOFTWARE_TOKEN_MFA,
                                ErrorType.SOFTWARE_TOKEN_MFA_NOT_FOUND,
                                ErrorType.USER_NOT_FOUND),
                Operation.signed(AdminDeleteSoftwareToken.class, this::delete).refusing(ErrorType.USER_NOT_FOUND));
    }

    record AssociateSoftwareToken(@Nullable @Token String accessToken, @Nullable @Session String session) {
        @Override
        public String toString() {
            return "AssociateSoftwareToken";
        }
    }

    private Object associate(AssociateSoftwareToken request) {
        Enrolment enrolment = enrolment(request.accessToken(), request.session());
        checkEnabled(enrolment.pool());
        String secret = enrolment.pool().totp().associate(enrolment.account().username());
        return answer(Map.of("SecretCode", secret), enrolment.goesOn(false));
    }

    record VerifySoftwareToken(
            @Nullable @Token String accessToken,
            @Nullable @Session String session,
            @Length(min = 6, max = 6) @Matches("[0-9]+") @Secret String userCode,
            @Nullable @Length(max = 131_072) String friendlyDeviceName) {

        @Override
        public String toString() {
            return "VerifySoftwareToken";
        }
    }

    private Object verify(VerifySoftwareToken request) {
        Enrolment enrolment = enrolment(request.accessToken(), request.session());
        Pool pool = enrolment.pool();
        checkEnabled(pool);
        String username = enrolment.account().username();
        String secret = pool.totp()
                .associated(username)
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because("AssociateSoftwareToken comes first"));
        checkCode(pool, username, secret, request.userCode());
        pool.totp().confirm(username);
        pool.setMfa(enrolment.account(), mfa -> mfa.withApp(secret, request.friendlyDeviceName()));
        return answer(Map.of("Status", "SUCCESS"), enrolment.goesOn(true));
    }

    private static void checkCode(Pool pool, String username, String secret, String code) {
        try {
            pool.totp().use(username, secret, code);
        } catch (Refusal refusal) {
            throw ErrorType.ENABLE_SOFTWARE_TOKEN_MFA.because("Code mismatch");
        }
    }

    record AdminDeleteSoftwareToken(@PoolId String userPoolId, @Username String username) {}

    private Object delete(AdminDeleteSoftwareToken request) {
        Pool pool = directory.pool(request.userPoolId());
        pool.setMfa(pool.accounts().required(request.username()), Mfa::withoutApp);
        return Nothing.TO_TELL;
    }

    private static void checkEnabled(Pool pool) {
        if (!pool.mfaFactors().names().contains(Mfa.TOTP)) {
            throw ErrorType.SOFTWARE_TOKEN_MFA_NOT_FOUND.because(
                    "Software Token MFA has not been enabled by the userPool");
        }
    }

    private static Map<String, String> answer(Map<String, String> content, @Nullable String session) {
        Map<String, String> answer = new LinkedHashMap<>(content);
        if (session != null) {
            answer.put("Session", session);
        }
        return answer;
    }

    private Enrolment enrolment(@Nullable String accessToken, @Nullable String session) {
        if (accessToken != null) {
            Holder holder = holders.holderOf(accessToken);
            return new Enrolment(holder.pool(), holder.account(), null);
        }
        if (session == null) {
            throw ErrorType.INVALID_PARAMETER.because("Either AccessToken or Session is required");
        }
        return Enrolment.ofSession(directory, session);
    }
}
