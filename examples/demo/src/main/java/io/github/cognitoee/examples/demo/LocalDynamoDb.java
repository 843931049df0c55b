package io.github.cognitoee.examples.demo;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import io.github.cognitoee.emulator.IssuedCredentials;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A DynamoDB in memory with one table, on a free loopback port. It answers whoever presents {@linkplain
 * IssuedCredentialsOnly credentials that were really issued}. It knows no IAM policies: whoever is let in sees the whole
 * table.
 *
 * <p>These are the request handlers of DynamoDB Local without its own server, which would listen on all interfaces and
 * report its use to AWS.
 */
final class LocalDynamoDb implements AutoCloseable {

    /** One database for all callers; else each access key has its own. */
    private static final boolean SHARED = true;

    private final LocalDynamoDBServerHandler database;
    private final Server server;

    private LocalDynamoDb(LocalDynamoDBServerHandler database, Server server) {
        this.database = database;
        this.server = server;
    }

    /**
     * @param region of the table
     * @param issued what was issued under an access key id, to whom it may concern while it has not expired
     */
    static LocalDynamoDb start(
            CreateTableRequest table, String region, Function<String, Optional<IssuedCredentials>> issued) {
        LocalDynamoDBRequestHandler requests = new LocalDynamoDBRequestHandler(0, true, null, SHARED, false);
        LocalDynamoDBServerHandler database = new LocalDynamoDBServerHandler(requests, null);
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("local-dynamodb");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new IssuedCredentialsOnly(database, issued));
        LocalDynamoDb dynamoDb = new LocalDynamoDb(database, server);
        try {
            requests.createTable("demo", region, table);
            server.start();
        } catch (Exception e) {
            dynamoDb.close();
            throw new DemoFailure("The local DynamoDB did not start: " + e.getMessage(), e);
        }
        return dynamoDb;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new DemoFailure("The local DynamoDB did not stop: " + e.getMessage(), e);
        } finally {
            database.close();
        }
    }
}
