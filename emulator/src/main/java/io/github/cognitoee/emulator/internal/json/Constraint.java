package io.github.cognitoee.emulator.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The constraints of a service model, written at the types of a request's components; they may be put together in an
 * annotation of one's own. A component that is not {@code @Nullable} is required.
 */
public final class Constraint {

    private Constraint() {}

    /** Of a text, list or map. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
    public @interface Length {
        int min() default 0;

        int max() default Integer.MAX_VALUE;
    }

    /** A regular expression for the whole text. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
    public @interface Matches {
        String value();
    }

    /** Of a whole number. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
    public @interface Range {
        int min() default Integer.MIN_VALUE;

        int max() default Integer.MAX_VALUE;
    }

    /** One of these texts. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
    public @interface OneOf {
        String[] value();
    }

    /** Not to be repeated in messages. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
    public @interface Secret {}

    /** The members of this structure stand among those of the request itself. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Inline {}
}
