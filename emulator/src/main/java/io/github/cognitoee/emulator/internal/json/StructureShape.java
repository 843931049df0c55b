package io.github.cognitoee.emulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoee.emulator.internal.json.Constraint.Inline;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A structure of a request, which Java has as a record. */
final class StructureShape implements Shape {

    private final Constructor<? extends Record> constructor;
    private final List<Member> members;

    private StructureShape(Constructor<? extends Record> constructor, List<Member> members) {
        this.constructor = constructor;
        this.members = members;
    }

    static StructureShape of(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new StructureShape(
                    constructor, Arrays.stream(components).map(Member::of).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor: " + type, e);
        }
    }

    /** All members by their names on the wire, those of inlined structures included. */
    List<Member> declared() {
        return members.stream().flatMap(Member::declared).toList();
    }

    @Override
    public void check(String path, JsonNode value, Violations violations) {
        Shape.expect(value.isObject(), path.isEmpty() ? "request" : path, "a structure");
        value.fieldNames().forEachRemaining(name -> refuseUnknown(path, name));
        checkMembers(path, value, violations);
    }

    private void refuseUnknown(String path, String name) {
        if (declared().stream().noneMatch(member -> member.wireName().equals(name))) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "The emulator does not know the member " + name + (path.isEmpty() ? "" : " of " + path));
        }
    }

    private void checkMembers(String path, JsonNode value, Violations violations) {
        for (Member member : members) {
            if (member.inlined().isPresent()) {
                member.inlined().get().checkMembers(path, value, violations);
                continue;
            }
            String place = path.isEmpty() ? member.name() : path + "." + member.name();
            JsonNode found = value.path(member.wireName());
            if (!isAbsent(found)) {
                member.shape().check(place, found, violations);
            } else if (member.required()) {
                violations.addNull(place);
            }
        }
    }

    @Override
    public Object read(JsonNode value) {
        Object[] arguments =
                members.stream().map(member -> argument(member, value)).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object argument(Member member, JsonNode value) {
        if (member.inlined().isPresent()) {
            return member.shape().read(value);
        }
        JsonNode found = value.path(member.wireName());
        return isAbsent(found) ? null : member.shape().read(found);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** A component of the record. */
    record Member(String name, boolean required, boolean inline, Shape shape) {

        static Member of(RecordComponent component) {
            AnnotatedType type = component.getAnnotatedType();
            return new Member(
                    component.getName(),
                    !type.isAnnotationPresent(Nullable.class),
                    type.isAnnotationPresent(Inline.class),
                    Shape.of(type));
        }

        String wireName() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        Optional<StructureShape> inlined() {
            return inline && shape instanceof StructureShape structure ? Optional.of(structure) : Optional.empty();
        }

        Stream<Member> declared() {
            return inlined().map(structure -> structure.declared().stream()).orElse(Stream.of(this));
        }
    }
}
