package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.caller.ClientAddress;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.config.BasicConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.session.OwnSite;
import io.github.cognitoee.internal.store.CognitoPasswordCredential;
import io.github.cognitoee.internal.store.RememberedLogins;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Authenticates requests that present a name and a password by HTTP Basic. What is presented is taken or refused. */
final class BasicProof {

    private static final System.Logger LOG = System.getLogger(BasicProof.class.getName());

    private final BasicConfig config;
    private final BaseUrlConfig baseUrl;
    private final OwnSite ownSite;
    private final IdentityStoreHandler identityStores;
    private final RememberedLogins logins;
    private final ChallengeWriter challenges;

    /** @param settings of an application that accepts passwords by HTTP Basic */
    BasicProof(
            CognitoSettings settings,
            IdentityStoreHandler identityStores,
            RememberedLogins logins,
            ChallengeWriter challenges) {
        this.config = settings.basic().orElseThrow();
        this.baseUrl = settings.baseUrl();
        this.ownSite = new OwnSite(settings.baseUrl());
        this.identityStores = identityStores;
        this.logins = logins;
        this.challenges = challenges;
    }

    static boolean isPresentedIn(HttpServletRequest request) {
        return BasicCredentials.of(request) != BasicCredentials.NONE;
    }

    /**
     * Refuses what another site had a browser send, which keeps passwords and adds them to all requests.
     *
     * @return empty where the request presents none
     */
    Optional<AuthenticationStatus> authenticate(ServedRequest served, HttpMessageContext context) {
        BasicCredentials presented = BasicCredentials.of(context.getRequest());
        if (presented != BasicCredentials.NONE && ownSite.isForged(context.getRequest())) {
            LOG.log(Level.DEBUG, "a request of another site, with somebody's password, is refused");
            return Optional.of(challenges.refuse(context, Challenge.FORBIDDEN));
        }
        if (presented instanceof BasicCredentials.Malformed malformed) {
            LOG.log(Level.DEBUG, "malformed request: {0}", malformed.reason());
            return Optional.of(challenges.refuse(context, Challenge.malformedBasic(config)));
        }
        return presented instanceof BasicCredentials.Password password
                ? Optional.of(authenticate(password, served, context))
                : Optional.empty();
    }

    private AuthenticationStatus authenticate(
            BasicCredentials.Password presented, ServedRequest served, HttpMessageContext context) {
        CognitoPasswordCredential credential = new CognitoPasswordCredential(
                presented.username(), presented.chars(), ClientAddress.of(context.getRequest(), baseUrl));
        try {
            CredentialValidationResult result = identityStores.validate(credential);
            return credential
                    .unfinished()
                    .map(without -> refuse(without, context))
                    .orElseGet(() -> finish(credential, result, served, context));
        } finally {
            credential.clear();
        }
    }

    private AuthenticationStatus finish(
            CognitoPasswordCredential credential,
            CredentialValidationResult result,
            ServedRequest served,
            HttpMessageContext context) {
        return credential
                .outcome()
                .orElseThrow(() -> new IllegalStateException("no Cognito identity store was asked; is it vetoed?"))
                .fold(
                        accepted -> Admission.of(
                                result, served, context, () -> challenges.refuse(context, Challenge.password(config))),
                        rejected -> refuse(rejected, context),
                        unavailable -> challenges.refuse(context, Challenge.unavailable(unavailable.retryAfter())));
    }

    private AuthenticationStatus refuse(Verification.Rejected rejected, HttpMessageContext context) {
        LOG.log(Level.DEBUG, "tokens of a sign-in refused: {0}, {1}", rejected.reason(), rejected.detail());
        return challenges.refuse(
                context,
                switch (rejected.reason()) {
                    case GROUP -> Challenge.FORBIDDEN;
                    default -> Challenge.password(config);
                });
    }

    private AuthenticationStatus refuse(SignInResult without, HttpMessageContext context) {
        return challenges.refuse(
                context,
                without.fold(
                        signedIn -> Challenge.password(config),
                        due -> Challenge.moreThanPassword(config),
                        refused -> {
                            LOG.log(Level.DEBUG, "password refused: {0}, {1}", refused.reason(), refused.detail());
                            return refusal(refused.reason());
                        },
                        unavailable -> Challenge.unavailable(unavailable.retryAfter())));
    }

    /** A password that was not looked at is not called wrong. */
    private Challenge refusal(RefusalReason reason) {
        return switch (reason) {
            case TOO_MANY_ATTEMPTS -> Challenge.TOO_MANY_ATTEMPTS;
            case MISCONFIGURED -> Challenge.MISCONFIGURED;
            default -> Challenge.password(config);
        };
    }

    /** Has the password asked for again of whom the application signs out. */
    void signOut(ServedRequest served) {
        served.identityToken().ifPresent(logins::forget);
    }
}
