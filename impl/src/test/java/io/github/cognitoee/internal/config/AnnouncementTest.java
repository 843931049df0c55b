package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final Key PASSWORD =
            Key.of(Feature.TOKENS, "cognito.password", "text").asSecret();

    @Test
    void oneLineSaysWhatIsActiveAndWhereEachValueCameFrom() {
        ConfigReader reader = new ConfigReader(List.of(
                ConfigSource.of("system property", Map.of("cognito.clock-skew", "PT5S", "cognito.password", "hunter2")),
                ConfigSource.ofEnvironment(Map.of("COGNITO_REQUIRED_GROUPS", "staff"))));
        reader.find(Keys.CLOCK_SKEW);
        reader.list(Keys.REQUIRED_GROUPS);
        reader.secret(PASSWORD);

        assertThat(new Announcement(settings(), reader).text())
                .isEqualTo(
                        "Cognito EE is active: user pool eu-west-1_AbCdEfGhI with clients [mobile, web], bearer tokens"
                                + " ACCESS, no identity pool; cognito.clock-skew from system property,"
                                + " cognito.required-groups from environment variable, cognito.password from system"
                                + " property");
    }

    private static CognitoSettings settings() {
        UserPoolConfig pool = new UserPoolConfig(
                "eu-west-1_AbCdEfGhI",
                new Region("eu-west-1"),
                Set.of("web", "mobile"),
                Set.of("https://issuer.example.com"),
                new KeyLocation.Published(URI.create("https://keys.example.com")));
        return TestSettings.verifying(pool, BearerTokens.ACCESS).build();
    }
}
