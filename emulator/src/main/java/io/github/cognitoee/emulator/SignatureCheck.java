package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.internal.identity.AssumedRole;
import io.github.cognitoee.emulator.internal.identity.CredentialsVault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells whose credentials signed a call, after checking that they did. */
final class SignatureCheck {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String GLOBAL_REGION = "us-east-1";
    private static final String ADMINISTRATOR = "administrator";
    private static final int USER_ID_LENGTH = 17;

    private final EmulatorConfig config;
    private final CredentialsVault vault;
    private final Clock clock;

    SignatureCheck(EmulatorConfig config, CredentialsVault vault, Clock clock) {
        this.config = config;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param service what the signature must be scoped to */
    CallerIdentity caller(HttpCall call, String service) {
        String header = call.header("authorization")
                .orElseThrow(() -> SignatureFault.MISSING.in(
                        service,
                        service.equals("sts")
                                ? "Request is missing Authentication Token"
                                : "Missing Authentication Token"));
        SigV4 signature = SigV4.parse(header)
                .orElseThrow(() -> SignatureFault.INCOMPLETE.in(
                        service, "The Authorization header is not a complete SigV4 signature."));
        Signer signer = signerOf(signature, call)
                .orElseThrow(() -> SignatureFault.UNKNOWN_KEY.in(
                        service, "The security token included in the request is invalid."));
        checkSignature(signature, call, signer, service);
        return signer.identity();
    }

    /** Known credentials, and whose they are. */
    private record Signer(String secret, @Nullable Instant expiry, CallerIdentity identity) {
        @Override
        public String toString() {
            return "Signer[" + identity.arn() + "]";
        }
    }

    private Optional<Signer> signerOf(SigV4 signature, HttpCall call) {
        Optional<String> sessionToken = call.header("x-amz-security-token");
        Optional<Signer> user = config.accessKeys().stream()
                .filter(key -> key.accessKeyId().equals(signature.accessKeyId()) && sessionToken.isEmpty())
                .map(key -> new Signer(key.secretAccessKey(), null, userOf(key)))
                .findFirst();
        return user.or(() -> vault.find(signature.accessKeyId())
                .filter(known ->
                        sessionToken.filter(known.sessionToken()::equals).isPresent())
                .map(known -> new Signer(known.secretAccessKey(), known.expiresAt(), sessionOf(known))));
    }

    private void checkSignature(SigV4 signature, HttpCall call, Signer signer, String service) {
        String amzDate = call.header("x-amz-date").orElse("");
        checkScope(signature, amzDate, service);
        if (!signature.signedHeaders().containsAll(List.of("host", "x-amz-date"))
                || !signature.isSignatureOf(call, signer.secret(), amzDate)) {
            throw mismatch(
                    service,
                    "The request signature we calculated does not match the signature you provided. Check your"
                            + " AWS Secret Access Key and signing method. Consult the service documentation for"
                            + " details.");
        }
        checkTime(amzDate, service);
        if (signer.expiry() != null && !clock.instant().isBefore(signer.expiry())) {
            throw SignatureFault.EXPIRED.in(service, "The security token included in the request is expired");
        }
    }

    private void checkScope(SigV4 signature, String amzDate, String service) {
        boolean known = signature.region().equals(config.region())
                || (service.equals("sts") && signature.region().equals(GLOBAL_REGION));
        if (!known) {
            throw mismatch(service, "Credential should be scoped to a valid region.");
        }
        if (!signature.service().equals(service)) {
            throw mismatch(service, "Credential should be scoped to correct service: '" + service + "'.");
        }
        if (!amzDate.startsWith(signature.date())) {
            throw mismatch(
                    service,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
        }
    }

    private void checkTime(String amzDate, String service) {
        Instant signed = signedAt(amzDate, service);
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(SKEW))) {
            throw mismatch(
                    service,
                    "Signature expired: " + amzDate + " is now earlier than " + AMZ_DATE.format(now.minus(SKEW)) + " ("
                            + AMZ_DATE.format(now) + " - 5 min.)");
        }
        if (signed.isAfter(now.plus(SKEW))) {
            throw mismatch(
                    service,
                    "Signature not yet current: " + amzDate + " is still later than " + AMZ_DATE.format(now.plus(SKEW))
                            + " (" + AMZ_DATE.format(now) + " + 5 min.)");
        }
    }

    private static Instant signedAt(String amzDate, String service) {
        try {
            return AMZ_DATE.parse(amzDate, Instant::from);
        } catch (DateTimeParseException e) {
            throw mismatch(service, "Date must be in ISO-8601 'basic format', such as 20150830T123600Z.");
        }
    }

    private CallerIdentity userOf(AccessKey key) {
        byte[] seed = key.accessKeyId().getBytes(StandardCharsets.UTF_8);
        String hex = UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
        return new CallerIdentity(
                key.accessKeyId(),
                "arn:aws:iam::" + config.accountId() + ":user/" + ADMINISTRATOR,
                "AIDA" + hex.substring(0, USER_ID_LENGTH).toUpperCase(Locale.ROOT),
                config.accountId(),
                true);
    }

    private static CallerIdentity sessionOf(IssuedCredentials issued) {
        AssumedRole role = new AssumedRole(issued.roleArn(), issued.sessionName());
        return new CallerIdentity(issued.accessKeyId(), role.sessionArn(), role.sessionId(), role.account(), false);
    }

    private static ServiceException mismatch(String service, String message) {
        return SignatureFault.MISMATCH.in(service, message);
    }
}
