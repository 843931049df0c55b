package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The constrained texts and numbers that requests have in common, as the service model defines them. */
public final class Names {

    private static final String VISIBLE = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";
    private static final String TITLE = "[\\w\\s+=,.@-]+";
    private static final String NO_SPACE = "[\\S]+";

    private Names() {}

    @Length(min = 1, max = 55)
    @Matches("[\\w-]+_[0-9a-zA-Z]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface PoolId {}

    @Length(min = 1, max = 128)
    @Matches("[\\w+]+")
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface ClientId {}

    @Length(min = 24, max = 64)
    @Matches("[\\w+]+")
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface ClientSecret {}

    @Length(min = 1, max = 128)
    @Matches("[\\w+=/]+")
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface SecretHash {}

    @Length(min = 1, max = 128)
    @Matches(VISIBLE)
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Username {}

    @Length(max = 256)
    @Matches(NO_SPACE)
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Password {}

    @Length(min = 1, max = 128)
    @Matches(VISIBLE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface GroupName {}

    /** Of pools and clients. */
    @Length(min = 1, max = 128)
    @Matches(TITLE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Title {}

    @Length(min = 1, max = 256)
    @Matches(TITLE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface ResourceServerName {}

    @Length(min = 1, max = 256)
    @Matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface ResourceServerId {}

    @Length(min = 1, max = 256)
    @Matches("[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface ScopeName {}

    @Length(min = 1, max = 63)
    @Matches("^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface DomainPrefix {}

    @Length(min = 20, max = 2048)
    @Matches("arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Arn {}

    @Length(min = 1, max = 32)
    @Matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface AttributeName {}

    @Length(max = 2048)
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface AttributeValue {}

    @Length(min = 1, max = 2048)
    @Matches(NO_SPACE)
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Code {}

    @Matches("[A-Za-z0-9-_=.]+")
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Token {}

    @Length(min = 20, max = 2048)
    @Secret
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Session {}

    @Length(min = 1, max = 55)
    @Matches("[\\w-]+_[0-9a-f-]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface DeviceKey {}

    @Length(min = 1, max = 32)
    @Matches("[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface ProviderName {}

    @Length(min = 1, max = 1024)
    @Matches(VISIBLE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface RedirectUri {}

    @Length(min = 1, max = 131_072)
    @Matches(NO_SPACE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface NextToken {}

    /** The most that a page of a list shall hold. */
    @Range(min = 0, max = 60)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    public @interface Limit {}
}
