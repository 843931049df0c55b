package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Names;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that ends in a log or a message tells no password, token, code or secret. */
class RequestSecretsTest {

    private static final String SECRET = "Top-s3cret";
    private static final Set<Class<? extends Annotation>> SECRETS = Set.of(
            Secret.class,
            Names.Password.class,
            Names.Token.class,
            Names.Session.class,
            Names.Code.class,
            Names.ClientSecret.class,
            Names.SecretHash.class);

    static Collection<Operation<?>> operations() {
        return DeclaredOperations.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRequestPrintsNoSecret(Operation<?> operation) throws ReflectiveOperationException {
        RecordComponent[] components = operation.input().getRecordComponents();
        Constructor<?> constructor = operation.input().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = Arrays.stream(components)
                .map(RecordComponent::getAnnotatedType)
                .map(RequestSecretsTest::value)
                .toArray();

        assertThat(constructor.newInstance(arguments).toString()).doesNotContain(SECRET);
    }

    private static Object value(AnnotatedType type) {
        boolean secret = Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(SECRETS::contains);
        String typeName = type.getType().getTypeName();
        if (!secret) {
            return typeName.equals("java.lang.String") ? "plain" : null;
        }
        if (typeName.startsWith("java.util.Map")) {
            return Map.of("PASSWORD", SECRET);
        }
        if (typeName.equals(JsonNode.class.getTypeName())) {
            return JsonNodeFactory.instance.objectNode().put("response", SECRET);
        }
        return typeName.startsWith("java.util.List") ? List.of(SECRET) : SECRET;
    }
}
