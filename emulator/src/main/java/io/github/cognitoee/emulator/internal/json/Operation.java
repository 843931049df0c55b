package io.github.cognitoee.emulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One operation of a service, named like the record that is its request. It can give no error but those it declares and
 * those of the protocol: anything else is a bug of the emulator.
 */
public final class Operation<I extends Record> {

    private static final Set<ErrorType> COMMON =
            EnumSet.of(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED, ErrorType.RESOURCE_NOT_FOUND);

    private final Class<I> input;
    private final boolean signed;
    private final Function<I, ?> body;
    private final Set<ErrorType> errors;
    private final StructureShape shape;

    private Operation(Class<I> input, boolean signed, Function<I, ?> body, Set<ErrorType> errors) {
        this.input = input;
        this.signed = signed;
        this.body = body;
        this.errors = Set.copyOf(errors);
        this.shape = StructureShape.of(input);
    }

    /** An operation for everybody. It may refuse parameters, callers and unknown resources. */
    public static <I extends Record> Operation<I> open(Class<I> input, Function<I, ?> body) {
        return new Operation<>(input, false, body, COMMON);
    }

    /** An operation for holders of AWS credentials, who sign it. It may refuse as an open one does. */
    public static <I extends Record> Operation<I> signed(Class<I> input, Function<I, ?> body) {
        return new Operation<>(input, true, body, COMMON);
    }

    /** The same operation, which may also give these errors. */
    public Operation<I> refusing(ErrorType... more) {
        Set<ErrorType> all = EnumSet.copyOf(errors);
        all.addAll(Arrays.asList(more));
        return new Operation<>(input, signed, body, all);
    }

    /** The same operation, in whose course functions are called that may fail. */
    public Operation<I> triggering() {
        return refusing(ErrorType.USER_LAMBDA_VALIDATION, ErrorType.INVALID_LAMBDA_RESPONSE);
    }

    /** The same operation, which never gives these errors. */
    public Operation<I> neverRefusing(ErrorType... fewer) {
        Set<ErrorType> rest = EnumSet.copyOf(errors);
        rest.removeAll(Arrays.asList(fewer));
        return new Operation<>(input, signed, body, rest);
    }

    public String name() {
        return input.getSimpleName();
    }

    /** The record that is its request. */
    public Class<I> input() {
        return input;
    }

    /** Whether a signature is due. */
    public boolean isSigned() {
        return signed;
    }

    public Set<ErrorType> errors() {
        return errors;
    }

    /** The members of its request by their names on the wire, in the order in which they are declared. */
    public List<String> members() {
        return shape.declared().stream().map(StructureShape.Member::wireName).toList();
    }

    public List<String> requiredMembers() {
        return shape.declared().stream()
                .filter(StructureShape.Member::required)
                .map(StructureShape.Member::wireName)
                .toList();
    }

    /**
     * Runs it.
     *
     * @return the answer, to be written by {@link Answers}
     * @throws Refusal with one of its errors
     */
    public Object call(JsonNode request) {
        return call(request, ErrorType.INVALID_PARAMETER);
    }

    /**
     * Runs it.
     *
     * @param malformed how this service refuses what breaks the constraints of its model
     * @return the answer, to be written by {@link Answers}
     * @throws Refusal with one of its errors
     */
    public Object call(JsonNode request, ErrorType malformed) {
        Violations violations = new Violations();
        shape.check("", request, violations);
        violations.refuseAny(malformed);
        try {
            return body.apply(input.cast(shape.read(request)));
        } catch (Refusal refusal) {
            if (!errors.contains(refusal.type()) && !ErrorType.OF_PROTOCOL.contains(refusal.type())) {
                throw new IllegalStateException(name() + " gave an error that it does not declare", refusal);
            }
            throw refusal;
        }
    }

    @Override
    public String toString() {
        return "Operation[" + name() + "]";
    }
}
