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
        Tokens tokens = new Tokens(issuer);
        Course course = new Course(tokens);
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
                        new SignInOperations(directory, tokens, flows(course, tokens)).all(),
                        new ChallengeOperations(directory, course, questions()).all(),
                        new RegistrationOperations(directory, delivery).all(),
                        new RecoveryOperations(directory, delivery).all(),
                        new ProfileOperations(holders, delivery).all(),
                        new SessionOperations(directory, holders, issuer).all())
                .<Operation<?>>flatMap(List::stream)
                .sorted(Comparator.comparing(Operation::name))
                .toList();
    }

    private static List<Flow> flows(Course course, Tokens tokens) {
        return List.of(
                new PasswordFlow(PasswordFlow.OF_USERS, course),
                new PasswordFlow(PasswordFlow.OF_ADMINISTRATORS, course),
                new SrpFlow(),
                new CustomFlow(course),
                new RefreshFlow(tokens));
    }

    private static List<Question> questions() {
        return List.of(new PasswordVerifierChallenge(), new NewPasswordChallenge(), new CustomChallenge());
    }

    /** In alphabetical order. */
    public List<Operation<?>> all() {
        return all;
    }
}
