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

/** The table of the photo album, as its README has it made in AWS. */
final class AlbumTable {

    private AlbumTable() {}

    static CreateTableRequest named(String name) {
        return new CreateTableRequest()
                .withTableName(name)
                .withBillingMode(BillingMode.PAY_PER_REQUEST)
                .withAttributeDefinitions(text("owner"), text("id"), text("month"))
                .withKeySchema(new KeySchemaElement("owner", KeyType.HASH), new KeySchemaElement("id", KeyType.RANGE))
                .withGlobalSecondaryIndexes(new GlobalSecondaryIndex()
                        .withIndexName("by-month")
                        .withKeySchema(
                                new KeySchemaElement("month", KeyType.HASH), new KeySchemaElement("id", KeyType.RANGE))
                        .withProjection(new Projection()
                                .withProjectionType(ProjectionType.INCLUDE)
                                .withNonKeyAttributes("title", "size", "uploadedAt", "uploadedBy")));
    }

    private static AttributeDefinition text(String name) {
        return new AttributeDefinition(name, ScalarAttributeType.S);
    }
}
