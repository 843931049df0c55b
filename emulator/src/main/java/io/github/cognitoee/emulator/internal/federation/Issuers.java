package io.github.cognitoee.emulator.internal.federation;

import java.net.URI;

/** Where the documents of issuers are found. */
public interface Issuers {

    /** The place of an issuer's discovery document, and what its tokens call it. */
    record Found(URI discovery, String issuer) {}

    /** @param configured the issuer as an identity provider names it */
    Found find(String configured);
}
