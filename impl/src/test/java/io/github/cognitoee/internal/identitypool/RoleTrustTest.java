package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTrustTest {

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, cognito-identity.amazonaws.com, cognito-identity.amazonaws.com",
        "us-gov-west-1, cognito-identity-us-gov.amazonaws.com, cognito-identity-us-gov.amazonaws.com",
        "us-gov-east-1, cognito-identity.us-gov-east-1.amazonaws.com, cognito-identity.us-gov-east-1.amazonaws.com",
        "cn-north-1, cognito-identity.cn-north-1.amazonaws.com.cn, cognito-identity.amazonaws.com.cn"
    })
    void isInTheWordsOfThePartition(String region, String principal, String keys) {
        String pool = region + ":1f0a6e2c-0000-4000-8000-000000000001";
        RoleTrust trust =
                RoleTrust.of(IdentityPoolConfig.of(pool, new Region(region)).build());

        assertThat(trust.demandedFor("authenticated"))
                .isEqualTo(" must allow sts:AssumeRoleWithWebIdentity, and sts:TagSession where the pool has attributes"
                        + " for access control, to " + principal + " with " + pool + " in " + keys
                        + ":aud and authenticated in " + keys + ":amr.");
    }
}
