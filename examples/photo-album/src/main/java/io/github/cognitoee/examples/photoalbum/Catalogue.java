package io.github.cognitoee.examples.photoalbum;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The entries of all albums in DynamoDB, one item for each picture: partition key {@code owner}, the identity id; sort
 * key {@code id}, in order of time. The index {@code by-month} has those that are to be counted: an item that carries
 * {@code deletedAt} instead of {@code month} is hidden, its picture is about to go. The {@link GalleryIndex} has those that
 * carry {@code gallery}, where they are shown, and {@code publication}, the id of their {@link PublicCopy}.
 */
@ApplicationScoped
class Catalogue {

    static final int PAGE_SIZE = 60;

    /** The index for statistics: partition key {@code month}, sort key {@code id}. */
    static final String BY_MONTH = "by-month";

    private final String table = Setting.TABLE.value();

    @Inject
    DynamoDbClient dynamoDb;

    /** The value of {@code month}, the calendar's in UTC, for what is uploaded at this moment. */
    static String month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC)).toString();
    }

    void add(String owner, String uploadedBy, Photo photo) {
        dynamoDb.putItem(put -> put.tableName(table)
                .item(Map.ofEntries(
                        Map.entry("owner", fromS(owner)),
                        Map.entry("id", fromS(photo.id())),
                        Map.entry("month", fromS(month(photo.uploadedAt()))),
                        Map.entry("title", fromS(photo.title())),
                        Map.entry("name", fromS(photo.name())),
                        Map.entry("contentType", fromS(photo.contentType())),
                        Map.entry("size", fromN(String.valueOf(photo.size()))),
                        Map.entry("uploadedAt", fromS(photo.uploadedAt().toString())),
                        Map.entry("uploadedBy", fromS(uploadedBy)),
                        Map.entry("sha256", fromS(photo.sha256())))));
    }

    /** The newest first. */
    PhotoPage list(String owner, Optional<PhotoId> after) {
        QueryResponse page = dynamoDb.query(query -> query.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#owner = :owner")
                .filterExpression("attribute_not_exists(deletedAt)")
                .expressionAttributeNames(Map.of("#owner", "owner"))
                .expressionAttributeValues(Map.of(":owner", fromS(owner)))
                .scanIndexForward(false)
                .limit(PAGE_SIZE)
                .exclusiveStartKey(after.map(id -> key(owner, id.value())).orElse(null)));
        List<Photo> photos =
                page.items().stream().map(item -> entry(item).photo()).toList();
        return new PhotoPage(
                photos,
                page.hasLastEvaluatedKey() ? page.lastEvaluatedKey().get("id").s() : null);
    }

    Optional<Entry> find(String owner, PhotoId id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(owner, id.value())).consistentRead(true))
                .item();
        return item.isEmpty() || item.containsKey("deletedAt") ? Optional.empty() : Optional.of(entry(item));
    }

    /** Takes the picture out of lists, statistics and gallery; empty if there is none. Hiding it twice does no harm. */
    Optional<Entry> hide(String owner, PhotoId id) {
        try {
            return Optional.of(entry(dynamoDb.updateItem(update -> update.tableName(table)
                            .key(key(owner, id.value()))
                            .conditionExpression("attribute_exists(id)")
                            .updateExpression("SET deletedAt = :now REMOVE #month, gallery")
                            .expressionAttributeNames(Map.of("#month", "month"))
                            .expressionAttributeValues(
                                    Map.of(":now", fromS(Instant.now().toString())))
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    void remove(String owner, Photo photo) {
        dynamoDb.deleteItem(delete -> delete.tableName(table).key(key(owner, photo.id())));
    }

    /**
     * Has an entry know of a copy that is still to be made.
     *
     * @throws ConditionalCheckFailedException if the picture has meanwhile been deleted, or has another copy
     */
    void name(PublicCopy copy) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(key(copy.owner(), copy.photo()))
                .conditionExpression("attribute_exists(id) AND attribute_not_exists(deletedAt)"
                        + " AND (attribute_not_exists(publication) OR publication = :copy)")
                .updateExpression("SET gallery = :coming, publication = :copy")
                .expressionAttributeValues(Map.of(":coming", fromS(GalleryIndex.COMING), ":copy", fromS(copy.id()))));
    }

    /**
     * Shows a picture in the gallery, by the copy that its entry knows.
     *
     * @throws ConditionalCheckFailedException if the picture has meanwhile been deleted or withdrawn
     */
    void show(PublicCopy copy) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(key(copy.owner(), copy.photo()))
                .conditionExpression("publication = :copy AND (gallery = :coming OR gallery = :public)")
                .updateExpression("SET gallery = :public")
                .expressionAttributeValues(Map.of(
                        ":coming",
                        fromS(GalleryIndex.COMING),
                        ":public",
                        fromS(GalleryIndex.PUBLIC),
                        ":copy",
                        fromS(copy.id()))));
    }

    /** Takes a picture out of the gallery. Its entry still knows the copy, which is about to go. */
    void unshow(PublicCopy copy) {
        whereKnown(copy, update -> update.updateExpression("SET gallery = :going")
                .expressionAttributeValues(Map.of(":going", fromS(GalleryIndex.GOING), ":copy", fromS(copy.id()))));
    }

    /** Takes out of an entry what it knew of a copy. */
    void forget(PublicCopy copy) {
        whereKnown(copy, update -> update.updateExpression("REMOVE gallery, publication")
                .expressionAttributeValues(Map.of(":copy", fromS(copy.id()))));
    }

    /** Does nothing to an entry that knows another copy, or none. */
    private void whereKnown(PublicCopy copy, Consumer<UpdateItemRequest.Builder> change) {
        try {
            dynamoDb.updateItem(update -> change.accept(update.tableName(table)
                    .key(key(copy.owner(), copy.photo()))
                    .conditionExpression("publication = :copy")));
        } catch (ConditionalCheckFailedException e) {
            // somebody else has been here before
        }
    }

    private static Map<String, AttributeValue> key(String owner, String id) {
        return Map.of("owner", fromS(owner), "id", fromS(id));
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        Photo photo = photo(item);
        Optional<PublicCopy> copy = Optional.ofNullable(item.get("publication"))
                .map(id -> new PublicCopy(item.get("owner").s(), photo.id(), id.s(), photo.contentType()));
        return fromS(GalleryIndex.PUBLIC).equals(item.get("gallery"))
                ? new Entry(copy.map(shown -> photo.publishedAs(shown.id())).orElse(photo), copy)
                : new Entry(photo, copy);
    }

    private static Photo photo(Map<String, AttributeValue> item) {
        return new Photo(
                item.get("id").s(),
                item.get("title").s(),
                item.get("name").s(),
                item.get("contentType").s(),
                Long.parseLong(item.get("size").n()),
                Instant.parse(item.get("uploadedAt").s()),
                item.get("sha256").s(),
                null);
    }
}
