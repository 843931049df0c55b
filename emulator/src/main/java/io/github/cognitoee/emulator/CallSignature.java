package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Checks that an administrator signed a call, with an access key of the configuration. */
final class CallSignature {

    private static final String SERVICE = "cognito-idp";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final EmulatorConfig config;
    private final CredentialsVault vault;
    private final Clock clock;

    CallSignature(EmulatorConfig config, CredentialsVault vault, Clock clock) {
        this.config = config;
        this.vault = vault;
        this.clock = clock;
    }

    /** @throws Refusal if it is missing or not good */
    void check(HttpCall call, String operation) {
        String header = call.header("authorization")
                .orElseThrow(() -> ErrorType.MISSING_AUTHENTICATION_TOKEN.because("Missing Authentication Token"));
        SigV4 signature = SigV4.parse(header)
                .orElseThrow(() -> ErrorType.INCOMPLETE_SIGNATURE.because(
                        "The Authorization header is not a complete SigV4 signature."));
        AccessKey key = keyOf(signature, operation);
        String amzDate = call.header("x-amz-date").orElse("");
        checkScope(signature, amzDate);
        if (!signature.signedHeaders().containsAll(List.of("host", "x-amz-date"))
                || !signature.isSignatureOf(call, key.secretAccessKey(), amzDate)) {
            throw invalid(
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
        checkTime(amzDate);
    }

    private AccessKey keyOf(SigV4 signature, String operation) {
        vault.find(signature.accessKeyId()).ifPresent(issued -> {
            throw ErrorType.ACCESS_DENIED.because("User: " + issued.roleArn() + " is not authorized to perform: "
                    + SERVICE + ":" + operation + ", the emulator gives roles of identity pools no permission for it");
        });
        return config.accessKeys().stream()
                .filter(key -> key.accessKeyId().equals(signature.accessKeyId()))
                .findFirst()
                .orElseThrow(() -> ErrorType.UNRECOGNIZED_CLIENT.because(
                        "The security token included in the request is invalid."));
    }

    private void checkScope(SigV4 signature, String amzDate) {
        if (!signature.region().equals(config.region())) {
            throw invalid("Credential should be scoped to a valid region.");
        }
        if (!signature.service().equals(SERVICE)) {
            throw invalid("Credential should be scoped to correct service: '" + SERVICE + "'.");
        }
        if (!amzDate.startsWith(signature.date())) {
            throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
        }
    }

    private void checkTime(String amzDate) {
        Instant signed = signedAt(amzDate);
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(SKEW))) {
            throw invalid("Signature expired: " + amzDate + " is now earlier than " + AMZ_DATE.format(now.minus(SKEW))
                    + " (" + AMZ_DATE.format(now) + " - 5 min.)");
        }
        if (signed.isAfter(now.plus(SKEW))) {
            throw invalid("Signature not yet current: " + amzDate + " is still later than "
                    + AMZ_DATE.format(now.plus(SKEW)) + " (" + AMZ_DATE.format(now) + " + 5 min.)");
        }
    }

    private static Instant signedAt(String amzDate) {
        try {
            return AMZ_DATE.parse(amzDate, Instant::from);
        } catch (DateTimeParseException e) {
            throw invalid("Date must be in ISO-8601 'basic format', such as 20150830T123600Z.");
        }
    }

    private static Refusal invalid(String message) {
        return ErrorType.INVALID_SIGNATURE.because(message);
    }
}
