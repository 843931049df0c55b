package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.security.enterprise.CallerPrincipal;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * The caller that Cognito vouches for: Jakarta Security's principal and MicroProfile JWT's token in one. One instance a
 * request, thread-safe, equal only to itself. Never serialised: it holds the caller's proof.
 */
public final class CognitoCallerPrincipal extends CallerPrincipal implements JsonWebToken {

    private static final long serialVersionUID = 1L;

    private final transient VerifiedJwt token;
    private final transient VerifiedJwt scopeToken;
    private final transient Set<String> roles;
    private final transient IdTokenSource idTokens;
    private final transient SignOutListener signOuts;
    private transient @Nullable JsonWebToken claims; // benign race: conversion has no side effect
    private transient volatile boolean signedOut;

    /**
     * @param name the caller's name, as containers and applications see it
     * @param token what was proved
     * @param roles what the caller's groups and scopes are mapped to
     * @param idTokens how this caller proves an ID token
     */
    public CognitoCallerPrincipal(String name, VerifiedJwt token, Set<String> roles, IdTokenSource idTokens) {
        this(name, token, token, roles, idTokens);
    }

    /**
     * A caller with two tokens of one sign-in.
     *
     * @param token tells who they are
     * @param scopeToken tells what their client may do
     */
    public CognitoCallerPrincipal(
            String name, VerifiedJwt token, VerifiedJwt scopeToken, Set<String> roles, IdTokenSource idTokens) {
        this(name, token, scopeToken, roles, idTokens, SignOutListener.NONE);
    }

    /** @param signOuts is told when the caller signs out */
    public CognitoCallerPrincipal(
            String name,
            VerifiedJwt token,
            VerifiedJwt scopeToken,
            Set<String> roles,
            IdTokenSource idTokens,
            SignOutListener signOuts) {
        super(name);
        this.token = token;
        this.scopeToken = scopeToken;
        this.roles = roles;
        this.idTokens = idTokens;
        this.signOuts = signOuts;
    }

    /** The verified token behind this caller. */
    public VerifiedJwt token() {
        return token;
    }

    /** {@code iss} and {@code sub} of the token, without conversion. */
    public String issuer() {
        return token.issuer();
    }

    public String subject() {
        return token.subject();
    }

    /** The app client that the token was issued to. */
    public String clientId() {
        return token.clientId();
    }

    public String userPoolId() {
        return token.userPool().id();
    }

    /** Whether no person is calling: the token is of the client credentials grant. */
    public boolean isMachine() {
        return token.isMachine();
    }

    /** A claim as the token has it; null where it has none. */
    public @Nullable Object claimAsIs(String claimName) {
        return token.claims().get(claimName);
    }

    /** When the first of the caller's tokens expires. */
    public Instant expiresAt() {
        return token.expiresAt().isBefore(scopeToken.expiresAt()) ? token.expiresAt() : scopeToken.expiresAt();
    }

    /** The caller's ID token; see {@link IdTokenSource#require()} for what is thrown without one. */
    public IdToken requireIdToken() {
        return idTokens.require();
    }

    /** Whether the caller presented an ID token, which {@link #requireIdToken()} may find bad. */
    public boolean presentedIdToken() {
        return idTokens.isPresented();
    }

    /** What {@code @RolesAllowed} asks for; {@link #getGroups()} are the groups as the token has them. */
    public Set<String> roles() {
        return roles;
    }

    /** The scopes of the caller's client; see {@link #carriesScopes()}. */
    public Set<String> scopes() {
        return scopeToken.scopes();
    }

    /** Whether there is a token of the kind that has scopes: an access token. */
    public boolean carriesScopes() {
        return !scopeToken.isIdToken();
    }

    /** Whether both are the same user of the same user pool, in whatever request. */
    public boolean isSamePersonAs(CognitoCallerPrincipal other) {
        return token.issuer().equals(other.token.issuer()) && token.subject().equals(other.token.subject());
    }

    /** Ends what was carried to other threads, too. */
    void signOut() {
        signedOut = true;
        signOuts.tell(this);
    }

    /** Whether the caller has signed out since. */
    public boolean hasSignedOut() {
        return signedOut;
    }

    @Override
    public Set<String> getClaimNames() {
        return claims().getClaimNames();
    }

    /**
     * {@inheritDoc} {@code groups} are {@link #getGroups()}, whatever claim they come from. A claim that the token does not
     * have is null, dates included.
     */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // MicroProfile JWT leaves the type to the caller
    public <T> @Nullable T getClaim(String claimName) {
        if (Claims.groups.name().equals(claimName)) {
            return (T) getGroups();
        }
        boolean isThere =
                token.claims().get(claimName) != null || Claims.raw_token.name().equals(claimName);
        return isThere ? claims().getClaim(claimName) : null;
    }

    @Override
    public Set<String> getGroups() {
        return token.groups();
    }

    /** Conversion to MicroProfile JWT's types is smallrye-jwt's work, and done only for callers whose claims are read. */
    private JsonWebToken claims() {
        JsonWebToken converted = claims;
        if (converted == null) {
            try {
                converted =
                        new DefaultJWTCallerPrincipal(token.rawToken(), "JWT", JwtClaims.parse(token.payloadJson()));
            } catch (InvalidJwtException e) {
                throw new IllegalStateException("claims that were read once cannot be read again", e);
            }
            claims = converted;
        }
        return converted;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName() + " holds the caller's proof");
    }

    @Override
    public String toString() {
        return getName();
    }
}
