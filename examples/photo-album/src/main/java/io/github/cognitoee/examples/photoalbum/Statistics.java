package io.github.cognitoee.examples.photoalbum;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * What the entries of all albums add up to, read from the {@linkplain Catalogue#BY_MONTH index} alone and with the
 * caller's own credentials: their role has to allow {@code dynamodb:Scan} and {@code dynamodb:Query} on it. The index
 * follows the table with a short delay.
 */
@ApplicationScoped
class Statistics {

    /** How many uploads are listed. */
    static final int LATEST = 10;

    /** Where counting ends, so that no request takes for ever. An album beyond this size keeps totals as it goes. */
    static final int MAX_COUNTED = 50_000;

    private static final int PAGE_SIZE = 1_000;

    /** How many items are looked at to find the uploads to list, where others stand between them. */
    private static final int MAX_LOOKED_AT = 1_000;

    private static final int LATEST_PAGE_SIZE = 100;

    private static final Set<String> ATTRIBUTES = Set.of("size", "title", "uploadedAt", "uploadedBy");

    private final String table = Setting.TABLE.value();

    @Inject
    DynamoDbClient dynamoDb;

    AlbumStats stats(Instant now) {
        Tally tally = new Tally();
        long read = 0;
        Map<String, AttributeValue> last = null;
        do {
            ScanResponse page = pageAfter(last);
            page.items().stream().flatMap(item -> upload(item).stream()).forEach(tally::count);
            read += page.items().size();
            last = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (last != null && read < MAX_COUNTED);
        return tally.stats(latest(now), last == null);
    }

    private ScanResponse pageAfter(Map<String, AttributeValue> last) {
        return dynamoDb.scan(scan -> scan.tableName(table)
                .indexName(Catalogue.BY_MONTH)
                .limit(PAGE_SIZE)
                .exclusiveStartKey(last));
    }

    private List<AlbumStats.Upload> latest(Instant now) {
        String thisMonth = Catalogue.month(now);
        String lastMonth = YearMonth.parse(thisMonth).minusMonths(1).toString();
        return Stream.of(thisMonth, lastMonth)
                .flatMap(month -> dynamoDb
                        .queryPaginator(query -> query.tableName(table)
                                .indexName(Catalogue.BY_MONTH)
                                .keyConditionExpression("#month = :month AND id <= :now")
                                .expressionAttributeNames(Map.of("#month", "month"))
                                .expressionAttributeValues(
                                        Map.of(":month", fromS(month), ":now", fromS(PhotoId.endOf(now))))
                                .scanIndexForward(false)
                                .limit(LATEST_PAGE_SIZE))
                        .items()
                        .stream()
                        .limit(MAX_LOOKED_AT))
                .flatMap(item -> upload(item).stream())
                .limit(LATEST)
                .toList();
    }

    /** Empty for an item that this application cannot have written: with their own credentials users can write others. */
    private static Optional<AlbumStats.Upload> upload(Map<String, AttributeValue> item) {
        if (!item.keySet().containsAll(ATTRIBUTES)) {
            return Optional.empty();
        }
        try {
            long bytes = Long.parseLong(item.get("size").n());
            String uploadedBy = item.get("uploadedBy").s();
            String title = item.get("title").s();
            Instant uploadedAt =
                    Instant.parse(String.valueOf(item.get("uploadedAt").s()));
            return bytes < 0
                            || bytes > PhotosResource.MAX_BYTES
                            || uploadedBy == null
                            || title == null
                            || !PhotoId.isOf(uploadedAt, item.get("id").s())
                            || !Catalogue.month(uploadedAt)
                                    .equals(item.get("month").s())
                    ? Optional.empty()
                    : Optional.of(new AlbumStats.Upload(item.get("owner").s(), uploadedBy, title, bytes, uploadedAt));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
