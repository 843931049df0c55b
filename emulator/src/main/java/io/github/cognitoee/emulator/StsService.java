package io.github.cognitoee.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** {@code GetCallerIdentity}: tells whose credentials signed the call, after checking that they did. */
final class StsService {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String GLOBAL_REGION = "us-east-1";
    private static final String SESSION_NAME = "CognitoIdentityCredentials";

    private final EmulatorConfig config;
    private final CredentialsVault vault;
    private final Clock clock;

    StsService(EmulatorConfig config, CredentialsVault vault, Clock clock) {
        this.config = config;
        this.vault = vault;
        this.clock = clock;
    }

    /** Who signed the call. */
    Caller caller(HttpCall call) {
        String header = call.header("authorization")
                .orElseThrow(() -> refused("MissingAuthenticationToken", "Request is missing Authentication Token"));
        SigV4 signature = SigV4.parse(header)
                .orElseThrow(() -> ServiceException.of(
                        "IncompleteSignature", 400, "The Authorization header is not a complete SigV4 signature."));
        IssuedCredentials credentials = credentialsOf(signature, call);
        checkSignature(signature, call, credentials);
        return callerOf(credentials);
    }

    private IssuedCredentials credentialsOf(SigV4 signature, HttpCall call) {
        return vault.find(signature.accessKeyId())
                .filter(known -> call.header("x-amz-security-token")
                        .filter(known.sessionToken()::equals)
                        .isPresent())
                .orElseThrow(() ->
                        refused("InvalidClientTokenId", "The security token included in the request is invalid."));
    }

    private void checkSignature(SigV4 signature, HttpCall call, IssuedCredentials credentials) {
        String amzDate = call.header("x-amz-date").orElse("");
        checkScope(signature, amzDate);
        if (!signature.signedHeaders().containsAll(List.of("host", "x-amz-date"))
                || !signature.isSignatureOf(call, credentials.secretAccessKey(), amzDate)) {
            throw mismatch("The request signature we calculated does not match the signature you provided. Check your"
                    + " AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
        checkTime(amzDate);
        if (!clock.instant().isBefore(credentials.expiresAt())) {
            throw refused("ExpiredToken", "The security token included in the request is expired");
        }
    }

    private void checkScope(SigV4 signature, String amzDate) {
        if (!List.of(config.region(), GLOBAL_REGION).contains(signature.region())) {
            throw mismatch("Credential should be scoped to a valid region.");
        }
        if (!signature.service().equals("sts")) {
            throw mismatch("Credential should be scoped to correct service: 'sts'.");
        }
        if (!amzDate.startsWith(signature.date())) {
            throw mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
        }
    }

    private void checkTime(String amzDate) {
        Instant signed = signedAt(amzDate);
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(SKEW))) {
            throw mismatch("Signature expired: " + amzDate + " is now earlier than " + AMZ_DATE.format(now.minus(SKEW))
                    + " (" + AMZ_DATE.format(now) + " - 5 min.)");
        }
        if (signed.isAfter(now.plus(SKEW))) {
            throw mismatch("Signature not yet current: " + amzDate + " is still later than "
                    + AMZ_DATE.format(now.plus(SKEW)) + " (" + AMZ_DATE.format(now) + " + 5 min.)");
        }
    }

    private static Instant signedAt(String amzDate) {
        try {
            return AMZ_DATE.parse(amzDate, Instant::from);
        } catch (DateTimeParseException e) {
            throw mismatch("Date must be in ISO-8601 'basic format', such as 20150830T123600Z.");
        }
    }

    private Caller callerOf(IssuedCredentials credentials) {
        String role = credentials.roleArn();
        String account = role.split(":")[4];
        String roleName = role.substring(role.lastIndexOf('/') + 1);
        String roleId = "AROA"
                + Subjects.uuidLike("role", role)
                        .replace("-", "")
                        .substring(0, 17)
                        .toUpperCase(Locale.ROOT);
        return new Caller(
                "arn:aws:sts::" + account + ":assumed-role/" + roleName + "/" + SESSION_NAME,
                roleId + ":" + SESSION_NAME,
                account);
    }

    private static ServiceException refused(String code, String message) {
        return ServiceException.of(code, 403, message);
    }

    private static ServiceException mismatch(String message) {
        return refused("SignatureDoesNotMatch", message);
    }

    record Caller(String arn, String userId, String account) {}
}
