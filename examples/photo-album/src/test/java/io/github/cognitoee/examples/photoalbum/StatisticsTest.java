package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StatisticsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Catalogue catalogue = new Catalogue();
    private final Statistics statistics = new Statistics();
    private final FakeDynamoDb dynamoDb = new FakeDynamoDb();

    @BeforeEach
    void assemble() {
        catalogue.dynamoDb = dynamoDb;
        statistics.dynamoDb = dynamoDb;
    }

    @Test
    void anEmptyAlbumHoldsNothing() {
        AlbumStats stats = statistics.stats(NOW);

        assertThat(stats.photos()).isZero();
        assertThat(stats.users()).isZero();
        assertThat(stats.perUser()).isEmpty();
        assertThat(stats.latest()).isEmpty();
        assertThat(stats.complete()).isTrue();
    }

    @Test
    void whoHoldsMostComesFirst() {
        upload("alice", 1, NOW);
        upload("bob", 5, NOW);
        upload("alice", 2, NOW);

        AlbumStats stats = statistics.stats(NOW);

        assertThat(stats.photos()).isEqualTo(3);
        assertThat(stats.bytes()).isEqualTo(8);
        assertThat(stats.users()).isEqualTo(2);
        assertThat(stats.perUser())
                .containsExactly(
                        new AlbumStats.User("id-of-bob", "bob", 1, 5),
                        new AlbumStats.User("id-of-alice", "alice", 2, 3));
    }

    @Test
    void allUsersAreCountedAndTwentyListed() {
        IntStream.range(0, 25).forEach(i -> upload("user" + i, i, NOW));

        AlbumStats stats = statistics.stats(NOW);

        assertThat(stats.users()).isEqualTo(25);
        assertThat(stats.perUser())
                .hasSize(20)
                .extracting("bytes")
                .startsWith(24L)
                .endsWith(5L);
    }

    @Test
    void countingGoesOnOverAllPages() {
        dynamoDb.endPagesAt(2);
        IntStream.range(0, 7).forEach(i -> upload("alice", 1, NOW.minusSeconds(i)));

        assertThat(statistics.stats(NOW).photos()).isEqualTo(7);
        assertThat(statistics.stats(NOW).complete()).isTrue();
    }

    @Test
    void countingEndsSomewhereAndSaysSo() {
        IntStream.range(0, Statistics.MAX_COUNTED + 1).forEach(i -> upload("alice", 1, NOW));

        AlbumStats stats = statistics.stats(NOW);

        assertThat(stats.photos()).isEqualTo(Statistics.MAX_COUNTED);
        assertThat(stats.complete()).isFalse();
    }

    @Test
    void theLatestUploadsAreTenOfThisMonthAndTheLast() {
        IntStream.range(0, 8).forEach(i -> upload("alice", i, NOW.plusSeconds(i)));
        IntStream.range(0, 8).forEach(i -> upload("bob", i, NOW.minusSeconds(1 + i)));

        assertThat(statistics.stats(NOW.plusSeconds(10)).latest())
                .extracting("uploadedAt")
                .containsExactlyElementsOf(IntStream.iterate(7, i -> i - 1)
                        .limit(10)
                        .mapToObj(NOW::plusSeconds)
                        .toList());
    }

    @Test
    void itemsThatTheAlbumCannotHaveWrittenDoNotTakeThePlacesOfOthers() {
        upload("alice", 1, NOW);
        Map<String, AttributeValue> real = dynamoDb.items().iterator().next();
        IntStream.range(0, 300).forEach(i -> {
            Map<String, AttributeValue> junk = new HashMap<>(real);
            junk.put("owner", AttributeValue.fromS("id-of-mallory"));
            junk.put("id", AttributeValue.fromS(PhotoId.at(NOW).value()));
            junk.remove("title");
            dynamoDb.putItem(put -> put.tableName("photo-album").item(junk));
        });

        assertThat(statistics.stats(NOW).latest()).extracting("name").containsExactly("alice");
    }

    @Test
    void whatIsOlderIsCountedButNotAmongTheLatest() {
        upload("alice", 1, Instant.parse("2026-01-31T23:59:59Z"));

        assertThat(statistics.stats(NOW).latest()).isEmpty();
        assertThat(statistics.stats(NOW).photos()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "size, many",
        "size, -1",
        "size, 99999999999",
        "size, ",
        "title, ",
        "uploadedAt, yesterday",
        "uploadedBy, ",
        "month, 2001-01",
        "id, ffffffff-ffff-7fff-8fff-ffffffffffff",
        "id, 00000000-0000-7000-8000-000000000000"
    })
    void anItemThatTheAlbumCannotHaveWrittenIsSkipped(String attribute, String value) {
        upload("alice", 1, NOW);
        Map<String, AttributeValue> forged =
                new HashMap<>(dynamoDb.items().iterator().next());
        forged.put("owner", AttributeValue.fromS("id-of-mallory"));
        forged.put(attribute, "size".equals(attribute) ? AttributeValue.fromN(value) : AttributeValue.fromS(value));
        dynamoDb.putItem(put -> put.tableName("photo-album").item(forged));

        AlbumStats stats = statistics.stats(NOW);

        assertThat(stats.perUser()).extracting("name").containsExactly("alice");
        assertThat(stats.latest()).hasSize(1);
    }

    private void upload(String user, int size, Instant moment) {
        Photo photo =
                new NewPhoto(ImageType.PNG, new byte[size], Optional.empty(), Optional.empty(), user).enter(moment);
        catalogue.add("id-of-" + user, user, photo);
    }
}
