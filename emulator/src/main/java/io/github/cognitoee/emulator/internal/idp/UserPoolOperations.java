package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Mail.Postbox;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All operations on user pools, by name. */
public final class UserPoolOperations {

    private final Map<String, Operation<?>> byName = new TreeMap<>();

    public UserPoolOperations(Directory directory, TokenIssuer issuer, Postbox postbox) {
        CodeDelivery delivery = new CodeDelivery(postbox);
        Tokens tokens = new Tokens(issuer);
        Stream.of(
                        new PoolOperations(directory).all(),
                        new ClientOperations(directory).all(),
                        new UserAdministration(directory, delivery).all(),
                        new SignInOperations(directory, tokens).all())
                .flatMap(List::stream)
                .forEach(operation -> byName.put(operation.name(), operation));
    }

    public Optional<Operation<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In alphabetical order. */
    public Collection<Operation<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
