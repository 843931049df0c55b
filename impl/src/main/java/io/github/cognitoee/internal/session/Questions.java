package io.github.cognitoee.internal.session;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.SecondFactor;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How people are asked for what is due; {@link ChallengeForm} reads what they enter. */
final class Questions implements Challenge.Visitor<Question> {

    private static final String CODE =
            """
            <p id="hint">%s</p>
            <label for="code">Code</label>
            <input id="code" name="code" autocomplete="one-time-code" inputmode="numeric" aria-describedby="hint" required autofocus>
            <button>Sign in</button>
            """;

    private static final String SET_UP =
            """
            <p>Signing in here takes an authenticator app from now on. Have yours read this picture, or take the key into it:</p>
            %s<p><a href="%s">Open the app on this device</a></p>
            <p>Key: <code>%s</code></p>
            """;

    private static final String PASSWORD =
            """
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" autofocus>
            <button>Sign in</button>
            """;

    private static final String PASSKEY =
            """
            <p id="hint" role="status">Your browser asks you for your passkey.</p>
            <input type="hidden" name="credential" id="credential" data-options="%s">
            <button type="button" id="again">Ask again</button>
            <noscript><p>Passkeys need JavaScript, which is switched off here.</p></noscript>
            """;

    /** What browsers know how to fill in, by the names that Cognito has for it. */
    private static final Map<String, String> AUTOCOMPLETE = Map.of(
            "email", "email",
            "phone_number", "tel",
            "name", "name",
            "given_name", "given-name",
            "family_name", "family-name",
            "middle_name", "additional-name",
            "nickname", "nickname",
            "birthdate", "bday",
            "website", "url",
            "address", "street-address");

    @Override
    public Question newPassword(Challenge.NewPassword challenge) {
        String attributes = challenge.requiredAttributes().stream()
                .map(Questions::attribute)
                .collect(Collectors.joining());
        return new Question(
                "Choose a new password",
                """
                <p>The password that you have is good for one sign-in.</p>
                <label for="password">New password</label>
                <input id="password" name="password" type="password" autocomplete="new-password" required autofocus>
                %s<button>Sign in</button>
                """
                        .formatted(attributes));
    }

    private static String attribute(String name) {
        String field = Html.escaped(ChallengeForm.ATTRIBUTE + name);
        String words = name.replaceFirst("^custom:", "").replace('_', ' ');
        String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return """
                <label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" autocomplete="%3$s" required>
                """
                .formatted(field, Html.escaped(label), AUTOCOMPLETE.getOrDefault(name, "off"));
    }

    @Override
    public Question sentCode(Challenge.SentCode challenge) {
        String how = challenge.medium() == Challenge.Medium.EMAIL ? "by e-mail" : "as a text message";
        String where = challenge.destination().isEmpty() ? "you" : challenge.destination();
        return new Question(
                "Enter the code", CODE.formatted(Html.escaped("A code was sent " + how + " to " + where + ".")));
    }

    @Override
    public Question authenticatorCode(Challenge.AuthenticatorCode challenge) {
        return new Question("Enter the code", CODE.formatted("The six digits that your authenticator app shows"));
    }

    @Override
    public Question authenticatorSetUp(Challenge.AuthenticatorSetUp challenge) {
        String uri = challenge.uri().toString();
        return new Question(
                "Set up an authenticator app",
                SET_UP.formatted(QrPicture.of(uri), Html.escaped(uri), Html.escaped(inGroups(challenge.secret())))
                        + CODE.formatted("Then enter the six digits that it shows"));
    }

    /** As people type it. */
    private static String inGroups(String secret) {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public Question secondFactorChoice(Challenge.SecondFactorChoice challenge) {
        return new Question(
                "How do you want to go on?",
                challenge.factors().stream()
                        .map(factor -> choice(factor, words(factor)))
                        .collect(Collectors.joining()));
    }

    private static String words(SecondFactor factor) {
        return switch (factor) {
            case SMS_MFA -> "A code as a text message";
            case EMAIL_OTP -> "A code by e-mail";
            case SOFTWARE_TOKEN_MFA -> "The authenticator app";
        };
    }

    @Override
    public Question firstFactorChoice(Challenge.FirstFactorChoice challenge) {
        boolean password = challenge.factors().contains(FirstFactor.PASSWORD)
                || challenge.factors().contains(FirstFactor.PASSWORD_SRP);
        return new Question(
                "How do you want to sign in?",
                (password ? PASSWORD : "")
                        + challenge.factors().stream()
                                .filter(factor -> factor != FirstFactor.PASSWORD && factor != FirstFactor.PASSWORD_SRP)
                                .map(factor -> choice(factor, words(factor)))
                                .collect(Collectors.joining()));
    }

    private static String words(FirstFactor factor) {
        return switch (factor) {
            case PASSWORD, PASSWORD_SRP -> "The password";
            case EMAIL_OTP -> "A code by e-mail";
            case SMS_OTP -> "A code as a text message";
            case WEB_AUTHN -> "A passkey";
        };
    }

    private static String choice(Enum<?> value, String words) {
        return "<button class=\"other\" name=\"" + ChallengeForm.FACTOR + "\" value=\"" + value.name() + "\">"
                + Html.escaped(words) + "</button>\n";
    }

    @Override
    public Question password(Challenge.Password challenge) {
        return new Question("Enter your password", PASSWORD);
    }

    @Override
    public Question passkey(Challenge.Passkey challenge) {
        return new Question(
                "Use your passkey", PASSKEY.formatted(Html.escaped(challenge.requestOptions())), PasskeyScript.TEXT);
    }

    @Override
    public Question custom(Challenge.Custom challenge) {
        String shown = challenge.parameters().entrySet().stream()
                .map(parameter -> "<dt>" + Html.escaped(parameter.getKey()) + "</dt><dd>"
                        + Html.escaped(parameter.getValue()) + "</dd>\n")
                .collect(Collectors.joining());
        return new Question(
                "One more question",
                """
                %s<label for="answer">Answer</label>
                <input id="answer" name="answer" autocomplete="off" required autofocus>
                <button>Sign in</button>
                """
                        .formatted(shown.isEmpty() ? "" : "<dl>\n" + shown + "</dl>\n"));
    }
}
