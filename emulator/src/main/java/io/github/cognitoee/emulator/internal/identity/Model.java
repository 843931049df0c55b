package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The simple types of the service model. */
final class Model {

    private Model() {}

    /** Of an identity pool or of an identity. */
    @Length(min = 1, max = 55)
    @Matches("[\\w-]+:[0-9a-f-]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Id {}

    @Length(min = 1, max = 128)
    @Matches("[\\w\\s+=,.@-]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface PoolName {}

    @Length(min = 1, max = 15)
    @Matches("\\d+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface AccountId {}

    @Length(min = 1, max = 128)
    @Matches("[\\w._:/-]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface UserPoolName {}

    @Length(min = 1, max = 128)
    @Matches("[\\w_]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface ClientId {}

    @Length(min = 1, max = 128)
    @Matches("[\\w._-]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface DeveloperProvider {}

    @Length(min = 1, max = 1024)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface DeveloperUser {}

    @Length(min = 1, max = 128)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface ProviderName {}

    @Length(min = 20, max = 2048)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Arn {}

    @Range(min = 1, max = 60)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface PageSize {}

    @Length(min = 1, max = 65_535)
    @Matches("[\\S]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface PageToken {}
}
