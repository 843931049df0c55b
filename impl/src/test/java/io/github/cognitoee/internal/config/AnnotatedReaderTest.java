package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotatedReaderTest {

    private static final Key TEXT = Key.of(Feature.TOKENS, "cognito.text", "text");
    private static final Key LIST = Key.of(Feature.TOKENS, "cognito.list", "list");
    private static final Key PASSWORD =
            Key.of(Feature.TOKENS, "cognito.password", "text").asSecret();

    private final Map<String, Object> evaluated = new HashMap<>();
    private final Map<String, String> configured = new HashMap<>();
    private final ConfigReader reader = new ConfigReader(List.of(ConfigSource.of("test", configured)));
    private final AnnotatedReader annotations = new AnnotatedReader(reader, this::evaluate);

    private Object evaluate(String expression) {
        if (!evaluated.containsKey(expression)) {
            throw new IllegalArgumentException("no bean for hunter2");
        }
        return evaluated.get(expression);
    }

    @Test
    void aMemberMayHoldAnExpression() {
        evaluated.put("${settings.text}", " from a bean ");

        assertThat(annotations.string(TEXT, "${settings.text}")).isEqualTo("from a bean");
        assertThat(reader.originsAsText()).isEqualTo("cognito.text from expression in the annotation");
    }

    @Test
    void configurationWinsAndNothingIsEvaluated() {
        configured.put("cognito.text", "from operations");

        assertThat(annotations.string(TEXT, "${broken}")).isEqualTo("from operations");
        assertThat(annotations.strings(TEXT, new String[] {"${broken}"}, "${broken}"))
                .containsExactly("from operations");
    }

    static List<Arguments> lists() {
        return List.of(
                Arguments.of("one, two\\,three"),
                Arguments.of((Object) new String[] {"one", " two,three ", ""}),
                Arguments.of(List.of("one", "two,three")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theTwinOfSeveralValuesIsATextAnArrayOrACollection(Object value) {
        evaluated.put("${settings.list}", value);

        assertThat(annotations.strings(TEXT, new String[] {"literal"}, "${settings.list}"))
                .containsExactly("one", "two,three");
    }

    @Test
    void eachOfSeveralValuesMayBeAnExpression() {
        evaluated.put("${settings.web}", "web1");

        assertThat(annotations.strings(TEXT, new String[] {"${settings.web}", "mobile,1"}, ""))
                .containsExactly("web1", "mobile,1");
    }

    @Test
    void theTwinOfAConstantIsItOrItsName() {
        evaluated.put("${settings.name}", "any");
        evaluated.put("${settings.constant}", BearerTokens.ID);

        assertThat(constant("${settings.name}")).isEqualTo(BearerTokens.ANY);
        assertThat(constant("${settings.constant}")).isEqualTo(BearerTokens.ID);
        assertThat(constant("")).isEqualTo(BearerTokens.ACCESS);
    }

    @Test
    void aWrongTypeIsNamed() {
        evaluated.put("${settings.number}", 42);
        evaluated.put("${settings.nothing}", null);
        evaluated.put("${settings.numbers}", List.of(1, 2));

        assertRefused(
                () -> annotations.string(TEXT, "${settings.number}"),
                "is '${settings.number}', which evaluates to a java.lang.Integer, expected a String");
        assertRefused(
                () -> annotations.string(TEXT, "${settings.nothing}"),
                "is '${settings.nothing}', which evaluates to null, expected a String");
        assertRefused(
                () -> annotations.strings(TEXT, new String[0], "${settings.numbers}"),
                "is '${settings.numbers}', which evaluates to a java.util.ImmutableCollections$List12, expected a"
                        + " String, or an array or a collection of Strings");
        assertRefused(
                () -> constant("${settings.number}"),
                "is '${settings.number}', which evaluates to a java.lang.Integer, expected a String");
    }

    @Test
    void aValueThatVanishesLiftsNoRestriction() {
        evaluated.put("${settings.blank}", " ");
        evaluated.put("${settings.none}", List.of());
        configured.put("cognito.list", " , ");

        assertRefused(
                () -> annotations.string(TEXT, "${settings.blank}"),
                "is '${settings.blank}', which evaluates to blank text, expected a String");
        assertRefused(
                () -> annotations.strings(TEXT, new String[] {"${settings.blank}"}, ""),
                "is '${settings.blank}', which evaluates to blank text, expected a String");
        assertRefused(
                () -> annotations.strings(TEXT, new String[] {"a"}, "${settings.blank}"),
                "is '${settings.blank}', which evaluates to nothing, expected at least one String");
        assertRefused(
                () -> annotations.strings(TEXT, new String[] {"a"}, "${settings.none}"),
                "is '${settings.none}', which evaluates to nothing, expected at least one String");
        assertThatThrownBy(() -> annotations.strings(LIST, new String[] {"a"}, ""))
                .hasMessage("COG-0001: cognito.list (from test) is ',', expected at least one value");
    }

    @Test
    void aConstantThatDoesNotExistIsNamed() {
        assertRefused(() -> constant("SOME"), "is 'SOME', expected one of [ACCESS, ID, ANY]", "annotation");
    }

    @Test
    void aDeferredExpressionIsRefused() {
        assertRefused(
                () -> annotations.string(TEXT, "#{settings.text}"),
                "is '#{settings.text}', a deferred expression; this value is needed when the application is deployed:"
                        + " write ${...}, which is evaluated once");
    }

    @Test
    void anExpressionThatFailsIsNamed() {
        assertRefused(
                () -> annotations.string(TEXT, "${broken}"),
                "is '${broken}', which cannot be evaluated: java.lang.IllegalArgumentException: no bean for hunter2");
    }

    @Test
    void aDefaultComesFromNowhere() {
        annotations.string(TEXT.otherwise("usual"), "usual");
        assertThat(reader.origins()).isEmpty();

        annotations.string(TEXT.otherwise("usual"), "special");
        assertThat(reader.origins()).isEqualTo(Map.of("cognito.text", "annotation"));
    }

    @Test
    void aSecretShowsItselfToNobodyWhoDoesNotAsk() {
        configured.put("cognito.password", "hunter2");

        Secret secret = annotations.secret(PASSWORD, "").orElseThrow();

        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).hasToString("***");
        assertThat(reader.originsAsText()).isEqualTo("cognito.password from test");
        assertThat(reader.invalid(PASSWORD, "is '" + secret + "', expected another"))
                .hasMessage("COG-0001: cognito.password (from test) is '***', expected another");
    }

    @Test
    void aSecretIsNeverReadAsAText() {
        configured.put("cognito.password", "hunter2");

        assertThatThrownBy(() -> reader.find(PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cognito.password is read as a secret only");
    }

    @Test
    void aSecretDoesNotStandInAnAnnotation() {
        assertThatThrownBy(() -> annotations.secret(PASSWORD, "hunter2"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.password (from annotation) is a secret in the source code and in every"
                        + " copy of the WAR; set the key instead, or have the annotation hold an expression such as"
                        + " ${settings.secret}");
    }

    @Test
    void aSecretMayComeFromAnExpressionWhoseFailureSaysNothingOfIt() {
        evaluated.put("${settings.password}", "hunter2");

        assertThat(annotations.secret(PASSWORD, "${settings.password}").map(Secret::reveal))
                .contains("hunter2");
        assertThatThrownBy(() -> annotations.secret(PASSWORD, "${broken}"))
                .hasMessage("COG-0001: cognito.password (from expression in the annotation) is '***', which cannot"
                        + " be evaluated: java.lang.IllegalArgumentException");
    }

    private BearerTokens constant(String twin) {
        return annotations.constant(TEXT, BearerTokens.class, BearerTokens.ACCESS, twin);
    }

    private static void assertRefused(Runnable reading, String problem) {
        assertRefused(reading, problem, "expression in the annotation");
    }

    private static void assertRefused(Runnable reading, String problem, String origin) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.text (from " + origin + ") " + problem);
    }
}
