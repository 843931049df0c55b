package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;

/**
 * What the trust policy of a role must have for an identity pool to give the role, in the words of the pool's partition.
 *
 * @param principal whom the policy trusts, {@code Federated}
 * @param keys what the names of the condition keys begin with
 */
record RoleTrust(String poolId, String principal, String keys) {

    /**
     * For AWS GovCloud see "Amazon Cognito in AWS GovCloud (US)" of its User Guide. Of Beijing, "Getting Started with Amazon
     * Web Services in China" tells the issuer, which is the principal; that the keys do not name the region is unconfirmed.
     */
    static RoleTrust of(IdentityPoolConfig config) {
        Region region = config.region();
        return switch (region.name()) {
            case "us-gov-west-1" -> of(config, "cognito-identity-us-gov.amazonaws.com");
            case "us-gov-east-1" -> of(config, "cognito-identity.us-gov-east-1.amazonaws.com");
            case "cn-north-1" -> new RoleTrust(
                    config.id(),
                    "cognito-identity.cn-north-1." + region.dnsSuffix(),
                    "cognito-identity." + region.dnsSuffix());
            default -> of(config, "cognito-identity.amazonaws.com");
        };
    }

    private static RoleTrust of(IdentityPoolConfig config, String principal) {
        return new RoleTrust(config.id(), principal, principal);
    }

    /** @param kind which kinds of callers the role is for, {@code authenticated} or {@code unauthenticated} */
    String demandedFor(String kind) {
        return " must allow sts:AssumeRoleWithWebIdentity, and sts:TagSession where the pool has attributes for access"
                + " control, to " + principal + " with " + poolId + " in " + keys + ":aud and " + kind + " in " + keys
                + ":amr.";
    }
}
