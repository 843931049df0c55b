package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.Challenge.Medium;
import io.github.cognitoee.userpool.ChallengeAnswer;
import java.util.Map;

/**
 * A code that was sent: {@code SMS_MFA}, {@code SMS_OTP}, {@code EMAIL_OTP}; and {@code EMAIL_MFA}, as the service's
 * documentation calls it in places.
 *
 * @param name of the challenge
 */
record SentCodeDue(String name, Medium medium, String destination) implements Due {

    static Due of(PoolAnswer due) {
        return new SentCodeDue(
                due.challenge(),
                due.challenge().startsWith("SMS") ? Medium.SMS : Medium.EMAIL,
                due.find("CODE_DELIVERY_DESTINATION").orElse(""));
    }

    static Due read(PackedReader in) {
        return new SentCodeDue(in.text(), in.number() == 0 ? Medium.SMS : Medium.EMAIL, in.text());
    }

    @Override
    public DueKind kind() {
        return DueKind.SENT_CODE;
    }

    @Override
    public Challenge challenge() {
        return new Challenge.SentCode(medium, destination);
    }

    @Override
    public Outcome answer(ChallengeAnswer answer, Conversation conversation) {
        String code = Due.expect(ChallengeAnswer.Code.class, answer).code();
        return conversation.goOn(name, Map.of(name + "_CODE", code));
    }

    @Override
    public void write(PackedWriter out) {
        out.text(name).number(medium == Medium.SMS ? 0 : 1).text(destination);
    }
}
