package io.github.cognitoee.examples.demo;

import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProjectionType;
import com.amazonaws.services.dynamodbv2.model.ScalarAttributeType;
import java.util.List;

/** The table of the photo album, as its README has it made in AWS. */
final class AlbumTable {

    private AlbumTable() {}

    static CreateTableRequest named(String name) {
        return new CreateTableRequest()
                .withTableName(name)
                .withBillingMode(BillingMode.PAY_PER_REQUEST)
                .withAttributeDefinitions(
                        text("owner"), text("id"), text("month"), text("gallery"), text("publication"))
                .withKeySchema(key("owner", "id"))
                .withGlobalSecondaryIndexes(
                        index("by-month", key("month", "id"), "title", "size", "uploadedAt", "uploadedBy"),
                        index("gallery", key("gallery", "publication"), "title", "size", "contentType"));
    }

    private static GlobalSecondaryIndex index(String name, List<KeySchemaElement> key, String... attributes) {
        return new GlobalSecondaryIndex()
                .withIndexName(name)
                .withKeySchema(key)
                .withProjection(new Projection()
                        .withProjectionType(ProjectionType.INCLUDE)
                        .withNonKeyAttributes(attributes));
    }

    private static List<KeySchemaElement> key(String partition, String sort) {
        return List.of(new KeySchemaElement(partition, KeyType.HASH), new KeySchemaElement(sort, KeyType.RANGE));
    }

    private static AttributeDefinition text(String name) {
        return new AttributeDefinition(name, ScalarAttributeType.S);
    }
}
