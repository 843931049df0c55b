package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class GalleryIndexTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final FakeDynamoDb dynamoDb = new FakeDynamoDb();
    private final GalleryIndex index = new GalleryIndex(dynamoDb);

    @Test
    void theLatestPublicationComesFirstWithTheMomentThatItWasMadeAt() {
        publish("older", NOW.minusSeconds(1));
        publish("newer", NOW);

        assertThat(index.list(Optional.empty(), NOW).photos())
                .extracting(GalleryPhoto::title, GalleryPhoto::publishedAt)
                .containsExactly(tuple("newer", NOW), tuple("older", NOW.minusSeconds(1)));
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEnded() {
        dynamoDb.endPagesAt(2);
        IntStream.range(0, 3).forEach(i -> publish("picture " + i, NOW.minusSeconds(i)));

        GalleryIndex.Page first = index.list(Optional.empty(), NOW);
        GalleryIndex.Page second = index.list(first.next().map(PhotoId::endOfPage), NOW);

        assertThat(titles(first)).containsExactly("picture 0", "picture 1");
        assertThat(titles(second)).containsExactly("picture 2");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void anInventedPageIsRefused() {
        assertThatThrownBy(() -> PhotoId.endOfPage("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Send as \"after\" what a page said as \"next\".");
    }

    @Test
    void whatIsNotPublicIsFoundInItsOwnPartitionAlone() {
        Map<String, AttributeValue> item = publish("gone", NOW);
        put(item, "gallery", AttributeValue.fromS(GalleryIndex.GOING));
        PhotoId id = new PhotoId(item.get("publication").s());

        assertThat(index.list(Optional.empty(), NOW).photos()).isEmpty();
        assertThat(index.find(GalleryIndex.PUBLIC, id)).isEmpty();
        assertThat(index.find(GalleryIndex.GOING, id)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "contentType, text/html",
        "contentType, image/svg+xml",
        "contentType,",
        "title,",
        "size, -1",
        "size, 99999999999",
        "size, many",
        "publication, ../../etc",
        "publication, ffffffff-ffff-7fff-8fff-ffffffffffff"
    })
    void anItemThatTheAlbumCannotHaveWrittenIsNotShown(String attribute, String value) {
        Map<String, AttributeValue> item = publish("forged", NOW);
        put(item, attribute, "size".equals(attribute) ? AttributeValue.fromN(value) : AttributeValue.fromS(value));

        assertThat(index.list(Optional.empty(), NOW).photos()).isEmpty();
    }

    @Test
    void whatAnOwnerWroteIntoAnItemIsShownAsTheAlbumWouldHaveWrittenIt() {
        Map<String, AttributeValue> item = publish("two\nlines", NOW);
        put(item, "contentType", AttributeValue.fromS("image/png; charset=x"));

        GalleryIndex.Item found = index.find(
                        GalleryIndex.PUBLIC, new PhotoId(item.get("publication").s()))
                .orElseThrow();

        assertThat(found.photo().title()).isEqualTo("two lines");
        assertThat(found.photo().contentType()).isEqualTo("image/png");
        assertThat(found.copy().key())
                .isEqualTo("public/id-of-alice/" + found.photo().id() + ".png");
    }

    private static List<String> titles(GalleryIndex.Page page) {
        return page.photos().stream().map(GalleryPhoto::title).toList();
    }

    private Map<String, AttributeValue> publish(String title, Instant moment) {
        Map<String, AttributeValue> item = Map.of(
                "owner", AttributeValue.fromS("id-of-alice"),
                "id", AttributeValue.fromS(PhotoId.at(moment).value()),
                "gallery", AttributeValue.fromS(GalleryIndex.PUBLIC),
                "publication", AttributeValue.fromS(PhotoId.at(moment).value()),
                "title", AttributeValue.fromS(title),
                "size", AttributeValue.fromN("1"),
                "contentType", AttributeValue.fromS("image/png"));
        dynamoDb.putItem(put -> put.tableName("photo-album").item(item));
        return item;
    }

    /** The same item, but for one attribute. */
    private void put(Map<String, AttributeValue> item, String attribute, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(attribute, value);
        dynamoDb.putItem(put -> put.tableName("photo-album").item(changed));
    }
}
