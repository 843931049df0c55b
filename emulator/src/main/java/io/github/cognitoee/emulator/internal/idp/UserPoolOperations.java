package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Mail.Postbox;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All operations on user pools. */
public final class UserPoolOperations {

    private final List<Operation<?>> all;

    public UserPoolOperations(Directory directory, TokenIssuer issuer, Postbox postbox) {
        CodeDelivery delivery = new CodeDelivery(postbox);
        TokenHolders holders = new TokenHolders(directory, issuer);
        all = Stream.of(
                        new PoolOperations(directory).all(),
                        new ClientOperations(directory).all(),
                        new DomainOperations(directory).all(),
                        new ProviderOperations(directory).all(),
                        new LinkOperations(directory).all(),
                        new ResourceServerOperations(directory).all(),
                        new UserAdministration(directory, delivery).all(),
                        new UserSearch(directory).all(),
                        new GroupOperations(directory).all(),
                        new SignInOperations(directory, new Tokens(issuer)).all(),
                        new RegistrationOperations(directory, delivery).all(),
                        new RecoveryOperations(directory, delivery).all(),
                        new ProfileOperations(holders, delivery).all(),
                        new SessionOperations(directory, holders, issuer).all())
                .<Operation<?>>flatMap(List::stream)
                .sorted(Comparator.comparing(Operation::name))
                .toList();
    }

    /** In alphabetical order. */
    public List<Operation<?>> all() {
        return all;
    }
}
