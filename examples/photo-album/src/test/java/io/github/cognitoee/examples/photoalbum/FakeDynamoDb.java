package io.github.cognitoee.examples.photoalbum;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/**
 * One table in memory, as far as {@link Catalogue}, {@link GalleryIndex} and {@link Statistics} ask: expressions are taken
 * for what these mean by them. What a real DynamoDB makes of them the demo's tests show.
 */
final class FakeDynamoDb implements DynamoDbClient {

    private final NavigableMap<String, Map<String, AttributeValue>> items = new TreeMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private int longestPage = Integer.MAX_VALUE;

    private record Failure(RuntimeException exception, boolean afterwards) {}

    /** The next call of this operation, or the next update by this expression, fails and has no effect. */
    void failOnce(String operation, RuntimeException exception) {
        failures.put(operation, new Failure(exception, false));
    }

    /** The next call of this operation, or the next update by this expression, takes effect and fails all the same. */
    void failOnceAfterwards(String operation, RuntimeException exception) {
        failures.put(operation, new Failure(exception, true));
    }

    /** As DynamoDB ends a page at 1 MB, however many items were asked for. */
    void endPagesAt(int count) {
        longestPage = count;
    }

    Collection<Map<String, AttributeValue>> items() {
        return items.values();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
        run("PutItem", () -> items.put(keyOf(put.item()), put.item()));
        return PutItemResponse.builder().build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
        return GetItemResponse.builder().item(items.get(keyOf(get.key()))).build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest update) {
        Map<String, AttributeValue> found = items.getOrDefault(keyOf(update.key()), Map.of());
        if (!Stream.of(update.conditionExpression().split(" AND ")).allMatch(term -> holds(term, update, found))) {
            throw ConditionalCheckFailedException.builder().statusCode(400).build();
        }
        Map<String, AttributeValue> changed = changed(update, found);
        run(
                failures.containsKey(update.updateExpression()) ? update.updateExpression() : "UpdateItem",
                () -> items.put(keyOf(update.key()), changed));
        return UpdateItemResponse.builder().attributes(changed).build();
    }

    private static boolean holds(String term, UpdateItemRequest update, Map<String, AttributeValue> item) {
        return Stream.of(term.replaceAll("^\\((.*)\\)$", "$1").split(" OR ")).anyMatch(condition -> {
            String[] words = condition.split("[ ()]+");
            return switch (words[0]) {
                case "attribute_exists" -> item.containsKey(words[1]);
                case "attribute_not_exists" -> !item.containsKey(words[1]);
                default -> update.expressionAttributeValues().get(words[2]).equals(item.get(words[0]));
            };
        });
    }

    /** By {@code SET a = :a, b = :b REMOVE c, d}, or either half of it. */
    private static Map<String, AttributeValue> changed(UpdateItemRequest update, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        for (String clause : update.updateExpression().split(" (?=REMOVE)")) {
            for (String change : clause.replaceFirst("^(SET|REMOVE) ", "").split(", ")) {
                String[] words = change.split(" = ");
                String name = words[0].replace("#", "");
                if (words.length == 1) {
                    changed.remove(name);
                } else {
                    changed.put(name, update.expressionAttributeValues().get(words[1]));
                }
            }
        }
        return changed;
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest delete) {
        run("DeleteItem", () -> items.remove(keyOf(delete.key())));
        return DeleteItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest query) {
        if (GalleryIndex.NAME.equals(query.indexName())) {
            return gallery(query);
        }
        String attribute = query.indexName() == null ? "owner" : "month";
        AttributeValue value = query.expressionAttributeValues().get(":" + attribute);
        AttributeValue last = query.expressionAttributeValues().get(":now");
        String start = query.hasExclusiveStartKey()
                ? query.exclusiveStartKey().get("id").s()
                : null;
        List<Map<String, AttributeValue>> page = items.values().stream()
                .filter(item -> value.equals(item.get(attribute)) && !item.containsKey("deletedAt"))
                .filter(item -> last == null || item.get("id").s().compareTo(last.s()) <= 0)
                .filter(item -> start == null || item.get("id").s().compareTo(start) < 0)
                .sorted(Comparator.comparing((Map<String, AttributeValue> item) ->
                                item.get("id").s())
                        .reversed())
                .limit(query.limit())
                .toList();
        return QueryResponse.builder()
                .items(page)
                .lastEvaluatedKey(page.size() == query.limit() ? page.get(page.size() - 1) : null)
                .build();
    }

    private QueryResponse gallery(QueryRequest query) {
        String last = query.expressionAttributeValues().get(":id").s();
        Predicate<String> inRange =
                switch (query.keyConditionExpression().replaceFirst(".*publication (.*) :id", "$1")) {
                    case "=" -> id -> id.equals(last);
                    case "<" -> id -> id.compareTo(last) < 0;
                    default -> id -> id.compareTo(last) <= 0;
                };
        List<Map<String, AttributeValue>> page = items.values().stream()
                .filter(item ->
                        query.expressionAttributeValues().get(":gallery").equals(item.get("gallery")))
                .filter(item -> inRange.test(item.get("publication").s()))
                .sorted(Comparator.comparing((Map<String, AttributeValue> item) ->
                                item.get("publication").s())
                        .reversed())
                .limit(Math.min(query.limit(), longestPage))
                .toList();
        return QueryResponse.builder()
                .items(page)
                .lastEvaluatedKey(
                        page.size() == Math.min(query.limit(), longestPage) ? page.get(page.size() - 1) : null)
                .build();
    }

    @Override
    public QueryIterable queryPaginator(QueryRequest query) {
        return new QueryIterable(this, query);
    }

    @Override
    public ScanResponse scan(ScanRequest scan) {
        SortedMap<String, Map<String, AttributeValue>> rest =
                scan.hasExclusiveStartKey() ? items.tailMap(keyOf(scan.exclusiveStartKey()), false) : items;
        int longest = Math.min(scan.limit(), longestPage);
        List<Map<String, AttributeValue>> page = rest.values().stream()
                .filter(item -> item.containsKey("month"))
                .limit(longest)
                .toList();
        return ScanResponse.builder()
                .items(page)
                .lastEvaluatedKey(page.size() == longest ? page.get(longest - 1) : null)
                .build();
    }

    private void run(String operation, Runnable effect) {
        Failure failure = failures.remove(operation);
        if (failure == null || failure.afterwards()) {
            effect.run();
        }
        if (failure != null) {
            throw failure.exception();
        }
    }

    private static String keyOf(Map<String, AttributeValue> item) {
        return item.get("owner").s() + "/" + item.get("id").s();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
