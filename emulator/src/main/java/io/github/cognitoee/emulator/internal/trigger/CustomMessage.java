package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Mail;
import java.util.Optional;

/** {@code CustomMessage}: the words around a code. */
public record CustomMessage(Moment moment) {

    private static final String CODE = "{####}";
    private static final String USERNAME = "{username}";

    /** Why a message is sent. */
    public enum Source {
        SIGN_UP("CustomMessage_SignUp"),
        RESENT("CustomMessage_ResendCode"),
        INVITATION("CustomMessage_AdminCreateUser"),
        FORGOT_PASSWORD("CustomMessage_ForgotPassword"),
        CHANGED_ATTRIBUTE("CustomMessage_UpdateUserAttribute"),
        ATTRIBUTE("CustomMessage_VerifyUserAttribute"),
        SIGN_IN("CustomMessage_Authentication");

        private final String text;

        Source(String text) {
            this.text = text;
        }
    }

    /**
     * The message, in the words of the function where it has any.
     *
     * @param mail in the service's own words
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the function throws, or leaves out the place of the code
     */
    public Mail written(Source source, Account account, Mail mail) {
        ObjectNode request = moment.requestAbout(account).put("codeParameter", CODE);
        request.put("usernameParameter", source == Source.INVITATION ? USERNAME : null);
        ObjectNode response =
                Moment.empty().putNull("smsMessage").putNull("emailMessage").putNull("emailSubject");
        return moment.call(source.text, account.username(), moment.withMetadata(request), response)
                .map(answer -> rewritten(source, mail, answer))
                .orElse(mail);
    }

    private static Mail rewritten(Source source, Mail mail, Response answer) {
        boolean byMail = mail.medium().equals("EMAIL");
        Optional<String> text = answer.text(byMail ? "emailMessage" : "smsMessage");
        text.ifPresent(words -> {
            boolean complete = words.contains(CODE) && (source != Source.INVITATION || words.contains(USERNAME));
            if (!complete) {
                throw Response.unrecognizable();
            }
        });
        Mail named = byMail ? answer.text("emailSubject").map(mail::withSubject).orElse(mail) : mail;
        return text.map(words ->
                        named.withText(words.replace(USERNAME, mail.username()).replace(CODE, mail.secret())))
                .orElse(named);
    }
}
