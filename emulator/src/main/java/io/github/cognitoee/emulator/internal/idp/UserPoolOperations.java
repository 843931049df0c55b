package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Mail.Postbox;
import io.github.cognitoee.emulator.internal.pool.Mfa;
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
        SecondFactors secondFactors = new SecondFactors(delivery);
        RelyingParties parties = new RelyingParties(directory.region());
        FirstFactors firstFactors = firstFactors(secondFactors, parties);
        Course course = new Course(tokens, secondFactors);
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
                        new SignInOperations(directory, tokens, flows(course, tokens, firstFactors)).all(),
                        new ChallengeOperations(directory, course, questions(firstFactors, secondFactors, parties))
                                .all(),
                        new RegistrationOperations(directory, delivery).all(),
                        new RecoveryOperations(directory, delivery).all(),
                        new ProfileOperations(holders, delivery).all(),
                        new MfaConfigOperations(directory).all(),
                        new MfaPreferenceOperations(directory, holders).all(),
                        new SoftwareTokenOperations(directory, holders).all(),
                        new AuthFactorOperations(directory, holders, firstFactors).all(),
                        new DeviceOperations(holders).all(),
                        new AuthEventOperations(directory).all(),
                        new PasskeyOperations(holders, parties).all(),
                        new DeviceAdministration(directory).all(),
                        new SessionOperations(directory, holders, issuer).all())
                .<Operation<?>>flatMap(List::stream)
                .sorted(Comparator.comparing(Operation::name))
                .toList();
    }

    private static FirstFactors firstFactors(SecondFactors codes, RelyingParties parties) {
        return new FirstFactors(List.of(
                new PasskeyChallenge(parties),
                new PasswordSrpChallenge(),
                new PasswordChallenge(),
                new CodeFirst(Mfa.EMAIL, Mfa.EMAIL, codes),
                new CodeFirst("SMS_OTP", Mfa.SMS, codes)));
    }

    private static List<Flow> flows(Course course, Tokens tokens, FirstFactors firstFactors) {
        return List.of(
                new PasswordFlow(PasswordFlow.OF_USERS, course),
                new PasswordFlow(PasswordFlow.OF_ADMINISTRATORS, course),
                new SrpFlow(),
                new CustomFlow(course),
                new ChoiceFlow(firstFactors, course),
                new RefreshFlow(tokens));
    }

    private static List<Question> questions(FirstFactors firstFactors, SecondFactors codes, RelyingParties parties) {
        return List.of(
                new SelectChallenge(firstFactors),
                new PasswordChallenge(),
                new PasswordSrpChallenge(),
                new PasswordVerifierChallenge(),
                new NewPasswordChallenge(),
                new SelectMfaChallenge(),
                new MfaSetupChallenge(),
                new CodeChallenge(Mfa.SMS, codes),
                new CodeChallenge(Mfa.EMAIL, codes),
                new CodeChallenge(Mfa.TOTP, codes),
                new CodeChallenge("SMS_OTP", Mfa.SMS, codes),
                new DeviceChallenge(),
                new DeviceVerifierChallenge(),
                new CustomChallenge(),
                new PasskeyChallenge(parties));
    }

    /** In alphabetical order. */
    public List<Operation<?>> all() {
        return all;
    }
}
