package io.github.cognitoee.examples.photoalbum;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * One table in memory, as far as {@link Catalogue} and {@link Statistics} ask: expressions are taken for what those two
 * mean by them. What a real DynamoDB makes of them the demo's tests show.
 */
final class FakeDynamoDb implements DynamoDbClient {

    private final NavigableMap<String, Map<String, AttributeValue>> items = new TreeMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private int longestPage = Integer.MAX_VALUE;

    private record Failure(RuntimeException exception, boolean afterwards) {}

    /** The next call of this operation fails and has no effect. */
    void failOnce(String operation, RuntimeException exception) {
        failures.put(operation, new Failure(exception, false));
    }

    /** The next call of this operation takes effect, and fails all the same. */
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
        Map<String, AttributeValue> found = items.get(keyOf(update.key()));
        if (found == null) {
            throw ConditionalCheckFailedException.builder().build();
        }
        Map<String, AttributeValue> hidden = new HashMap<>(found);
        hidden.remove("month");
        hidden.put("deletedAt", update.expressionAttributeValues().get(":now"));
        run("UpdateItem", () -> items.put(keyOf(update.key()), hidden));
        return UpdateItemResponse.builder().attributes(hidden).build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest delete) {
        run("DeleteItem", () -> items.remove(keyOf(delete.key())));
        return DeleteItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest query) {
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
