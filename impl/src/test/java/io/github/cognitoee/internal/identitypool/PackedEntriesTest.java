package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class PackedEntriesTest {

    private static final Instant EXPIRES_AT = Instant.parse("2026-11-20T11:00:00Z");
    private static final SharedEntry ENTRY = new SharedEntry(
            new IssuedCredentials(
                    "eu-west-1:2f0a6e2c-0000-4000-8000-000000000002",
                    AwsSessionCredentials.builder()
                            .accessKeyId("ASIAEXAMPLE")
                            .secretAccessKey("secret")
                            .sessionToken("session".repeat(200))
                            .expirationTime(EXPIRES_AT)
                            .build(),
                    EXPIRES_AT),
            Instant.parse("2026-11-20T10:00:00Z"));
    private static final String TEXT = "eu-west-1:alice";

    @Test
    void whatIsPackedIsUnpacked() {
        assertThat(PackedEntries.credentials(PackedEntries.pack(ENTRY))).contains(ENTRY);
        assertThat(PackedEntries.text(PackedEntries.pack(TEXT))).contains(TEXT);
    }

    @Test
    void whatIsCutShortIsNone() {
        byte[] whole = PackedEntries.pack(ENTRY);

        for (int length = 0; length < whole.length; length++) {
            assertThat(PackedEntries.credentials(Arrays.copyOf(whole, length)))
                    .as("of length " + length)
                    .isEmpty();
        }
    }

    @Test
    void whatIsTooLongIsNone() {
        byte[] whole = PackedEntries.pack(TEXT);

        assertThat(PackedEntries.text(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
    }

    @Test
    void anotherVersionIsNone() {
        byte[] whole = PackedEntries.pack(TEXT);
        whole[0]++;

        assertThat(PackedEntries.text(whole)).isEmpty();
    }

    @Test
    void aTextTakesTwoBytesMoreThanItsLength() {
        assertThat(PackedEntries.pack(TEXT)).hasSize(1 + 2 + TEXT.length());
    }
}
