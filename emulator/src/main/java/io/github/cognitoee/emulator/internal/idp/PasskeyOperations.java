package io.github.cognitoee.emulator.internal.idp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoee.emulator.internal.idp.TokenHolders.Holder;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.passkey.RelyingParty;
import io.github.cognitoee.emulator.internal.pool.Names.NextToken;
import io.github.cognitoee.emulator.internal.pool.Names.Token;
import io.github.cognitoee.emulator.internal.pool.Passkey;
import io.github.cognitoee.emulator.internal.pool.Passkeys;
import io.github.cognitoee.emulator.internal.pool.Passkeys.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The passkeys that users make for themselves. */
final class PasskeyOperations {

    private final TokenHolders holders;
    private final RelyingParties parties;

    PasskeyOperations(TokenHolders holders, RelyingParties parties) {
        this.holders = holders;
        this.parties = parties;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(StartWebAuthnRegistration.class, this::start)
                        .refusing(
                                ErrorType.LIMIT_EXCEEDED,
                                ErrorType.WEBAUTHN_NOT_ENABLED,
                                ErrorType.WEBAUTHN_CONFIGURATION_MISSING)
                        .neverRefusing(ErrorType.RESOURCE_NOT_FOUND),
                Operation.open(CompleteWebAuthnRegistration.class, this::complete)
                        .refusing(
                                ErrorType.LIMIT_EXCEEDED,
                                ErrorType.WEBAUTHN_NOT_ENABLED,
                                ErrorType.WEBAUTHN_CHALLENGE_NOT_FOUND,
                                ErrorType.WEBAUTHN_CLIENT_MISMATCH,
                                ErrorType.WEBAUTHN_CREDENTIAL_NOT_SUPPORTED,
                                ErrorType.WEBAUTHN_ORIGIN_NOT_ALLOWED,
                                ErrorType.WEBAUTHN_RELYING_PARTY_MISMATCH)
                        .neverRefusing(ErrorType.RESOURCE_NOT_FOUND),
                Operation.open(ListWebAuthnCredentials.class, this::list).neverRefusing(ErrorType.RESOURCE_NOT_FOUND),
                Operation.open(DeleteWebAuthnCredential.class, this::delete));
    }

    record StartWebAuthnRegistration(@Token String accessToken) {
        @Override
        public String toString() {
            return "StartWebAuthnRegistration";
        }
    }

    private Object start(StartWebAuthnRegistration request) {
        Holder holder = holder(request.accessToken());
        RelyingParty party = parties.required(holder.pool());
        Passkeys passkeys = holder.pool().passkeys();
        List<Passkey> present = passkeys.of(holder.account().username());
        if (present.size() >= Passkeys.MOST) {
            throw ErrorType.LIMIT_EXCEEDED.because("A user cannot have more than " + Passkeys.MOST + " passkeys.");
        }
        String challenge = passkeys.begin(
                new Registration(holder.account().username(), holder.client().clientId()));
        return Map.of("CredentialCreationOptions", party.creationOptions(holder.account(), challenge, present));
    }

    record CompleteWebAuthnRegistration(@Token String accessToken, @Secret JsonNode credential) {
        @Override
        public String toString() {
            return "CompleteWebAuthnRegistration";
        }
    }

    private Object complete(CompleteWebAuthnRegistration request) {
        Holder holder = holder(request.accessToken());
        RelyingParty party = parties.required(holder.pool());
        Passkeys passkeys = holder.pool().passkeys();
        String username = holder.account().username();
        String challenge = RelyingParty.challengeOf(request.credential());
        Registration begun = passkeys.end(challenge)
                .filter(registration -> registration.username().equals(username))
                .orElseThrow(() -> ErrorType.WEBAUTHN_CHALLENGE_NOT_FOUND.because("Challenge not found."));
        if (!begun.clientId().equals(holder.client().clientId())) {
            throw ErrorType.WEBAUTHN_CLIENT_MISMATCH.because("The registration was begun at another client.");
        }
        passkeys.add(party.registered(
                request.credential(), challenge, username, holder.pool().now()));
        return Nothing.TO_TELL;
    }

    record ListWebAuthnCredentials(
            @Token String accessToken,
            @Nullable @NextToken String nextToken,
            @Nullable @Range(min = 0, max = 20) Integer maxResults) {
        @Override
        public String toString() {
            return "ListWebAuthnCredentials";
        }
    }

    private Object list(ListWebAuthnCredentials request) {
        Holder holder = holder(request.accessToken());
        List<Passkey> all = holder.pool().passkeys().of(holder.account().username());
        Integer most = request.maxResults() == null ? Integer.valueOf(Passkeys.MOST) : request.maxResults();
        return Page.of(all, most, request.nextToken()).as("Credentials", "NextToken", View::of);
    }

    record DeleteWebAuthnCredential(@Token String accessToken, @Secret String credentialId) {
        @Override
        public String toString() {
            return "DeleteWebAuthnCredential";
        }
    }

    private Object delete(DeleteWebAuthnCredential request) {
        Holder holder = holder(request.accessToken());
        Passkeys passkeys = holder.pool().passkeys();
        passkeys.remove(passkeys.find(holder.account().username(), request.credentialId())
                .orElseThrow(() -> ErrorType.RESOURCE_NOT_FOUND.because("Credential not found.")));
        return Nothing.TO_TELL;
    }

    /** These operations know no error for a user who is gone. */
    private Holder holder(String accessToken) {
        try {
            return holders.holderOf(accessToken);
        } catch (Refusal refusal) {
            throw refusal.type() == ErrorType.NOT_AUTHORIZED
                    ? refusal
                    : ErrorType.NOT_AUTHORIZED.because("Access Token has been revoked");
        }
    }

    private record View(
            String credentialId,
            String friendlyCredentialName,
            String relyingPartyId,
            @Nullable String authenticatorAttachment,
            List<String> authenticatorTransports,
            Instant createdAt) {

        static View of(Passkey passkey) {
            return new View(
                    passkey.credentialId(),
                    "Passkey",
                    passkey.relyingPartyId(),
                    passkey.attachment(),
                    passkey.transports(),
                    passkey.createdAt());
        }
    }
}
