package io.github.cognitoee.it.claims;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Provider;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What injected fields say, each with the type of what it says. */
public final class Testimony {

    private Testimony() {}

    /** The fields for claims of a class and those above it. */
    public static Stream<Field> claims(Class<?> holder) {
        return Stream.<Class<?>>iterate(holder, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Claim.class));
    }

    static Map<String, String> of(Object holder) {
        return of(holder, UnaryOperator.identity());
    }

    static Map<String, String> ofCopies(Object holder) {
        return of(holder, Testimony::copy);
    }

    private static Map<String, String> of(Object holder, UnaryOperator<Object> read) {
        Map<String, String> said = claims(holder.getClass())
                .collect(Collectors.toMap(
                        Field::getName, field -> said(read.apply(value(field, holder))), (a, b) -> a, TreeMap::new));
        tokens(holder.getClass()).forEach(field -> said.putAll(said((JsonWebToken) read.apply(value(field, holder)))));
        return said;
    }

    private static Stream<Field> tokens(Class<?> holder) {
        return Stream.<Class<?>>iterate(holder, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == JsonWebToken.class);
    }

    private static Map<String, String> said(JsonWebToken token) {
        Set<String> names = token.getClaimNames();
        Map<String, String> said = new TreeMap<>();
        said.put("token.name", said(token.getName()));
        said.put("token.rawToken", said(token.getRawToken()));
        said.put("token.issuer", said(token.getIssuer()));
        said.put("token.subject", said(token.getSubject()));
        said.put("token.tokenId", said(token.getTokenID()));
        said.put("token.audience", said(token.getAudience()));
        said.put("token.groups", said(token.getGroups()));
        said.put("token.expirationTime", said(token.getExpirationTime()));
        said.put("token.issuedAtTime", said(token.getIssuedAtTime()));
        said.put("token.claimNames", said(names));
        Object text = token.getClaim("text");
        said.put("token.text", said(text));
        said.put("token.missing", said(token.claim("missing")));
        said.put("token.notBefore", said(token.claim("nbf")));
        return said;
    }

    /** A value with its type, so that a text is not taken for a number, or for JSON. */
    public static String said(Object value) {
        if (value instanceof ClaimValue<?> claim) {
            return said(claim.getValue());
        }
        if (value instanceof Provider<?> provider) {
            return said(provider.get());
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> "Optional[" + said(inner) + "]").orElse("Optional.empty");
        }
        if (value instanceof JsonValue json) {
            return "JSON " + json.getValueType() + " " + json;
        }
        if (value instanceof Set<?> set) {
            return "Set " + new TreeSet<>(set);
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }

    private static Object value(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object copy(Object original) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(original);
            }
            try (ObjectInputStream in = new ApplicationInput(bytes.toByteArray())) {
                return in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Finds the classes of the application and of CDI, as a server's session store does. */
    private static final class ApplicationInput extends ObjectInputStream {

        ApplicationInput(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            for (ClassLoader loader : List.of(
                    Thread.currentThread().getContextClassLoader(),
                    CDI.current().select(Object.class).getClass().getClassLoader())) {
                try {
                    return Class.forName(description.getName(), false, loader);
                } catch (ClassNotFoundException e) {
                    continue;
                }
            }
            return super.resolveClass(description);
        }
    }
}
