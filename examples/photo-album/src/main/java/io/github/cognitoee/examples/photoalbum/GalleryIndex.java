package io.github.cognitoee.examples.photoalbum;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The index of the {@link Catalogue} that has the published pictures alone: partition key {@code gallery}, sort key
 * {@code publication}. It is all that guests see of the table, and follows it with a short delay.
 */
record GalleryIndex(DynamoDbClient dynamoDb) {

    static final String NAME = "gallery";

    /** What everybody sees. */
    static final String PUBLIC = "public";

    /** What nobody sees yet: its copy is still to be made. */
    static final String COMING = "coming";

    /** What nobody sees any more: its copy is about to go. */
    static final String GOING = "going";

    private static final int PAGE_SIZE = 60;

    /**
     * A picture in the gallery, and where it is.
     *
     * @param photo as everybody sees it
     */
    record Item(GalleryPhoto photo, PublicCopy copy) {}

    /** Some of the pictures, and what the next page comes after; nothing on the last. */
    record Page(List<GalleryPhoto> photos, Optional<String> next) {}

    /** Those that everybody sees, the newest first, none of the future. */
    Page list(Optional<PhotoId> after, Instant now) {
        QueryResponse page = after.map(last -> query(PUBLIC, "publication < :id", last.value()))
                .orElseGet(() -> query(PUBLIC, "publication <= :id", PhotoId.endOf(now)));
        return new Page(
                page.items().stream()
                        .flatMap(item -> item(item).stream())
                        .map(Item::photo)
                        .toList(),
                page.hasLastEvaluatedKey()
                        ? Optional.of(page.lastEvaluatedKey().get("publication").s())
                        : Optional.empty());
    }

    Optional<Item> find(String partition, PhotoId id) {
        return query(partition, "publication = :id", id.value()).items().stream()
                .flatMap(item -> item(item).stream())
                .findFirst();
    }

    private QueryResponse query(String partition, String condition, String publication) {
        return dynamoDb.query(query -> query.tableName(Setting.TABLE.value())
                .indexName(NAME)
                .keyConditionExpression("gallery = :gallery AND " + condition)
                .expressionAttributeValues(Map.of(":gallery", fromS(partition), ":id", fromS(publication)))
                .scanIndexForward(false)
                .limit(PAGE_SIZE));
    }

    /** Empty for what this application cannot have written: with their own credentials users can write others. */
    private static Optional<Item> item(Map<String, AttributeValue> item) {
        if (Stream.of("publication", "contentType", "title").anyMatch(name -> text(item, name) == null)) {
            return Optional.empty();
        }
        return PhotoId.parse(text(item, "publication")).flatMap(id -> ImageType.ofContentType(text(item, "contentType"))
                .flatMap(type -> size(item).map(size -> item(id, type, size, item))));
    }

    private static Item item(PhotoId id, ImageType type, long size, Map<String, AttributeValue> item) {
        return new Item(
                new GalleryPhoto(
                        id.value(), new Title(text(item, "title")).value(), type.contentType(), size, id.moment()),
                new PublicCopy(text(item, "owner"), text(item, "id"), id.value(), type.contentType()));
    }

    private static Optional<Long> size(Map<String, AttributeValue> item) {
        try {
            return Optional.ofNullable(item.get("size"))
                    .map(size -> Long.parseLong(size.n()))
                    .filter(size -> size >= 0 && size <= PhotosResource.MAX_BYTES);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Null for an attribute that is not there or no text. */
    private static String text(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? item.get(name).s() : null;
    }
}
