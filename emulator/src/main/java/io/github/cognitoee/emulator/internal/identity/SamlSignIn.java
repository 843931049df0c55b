package io.github.cognitoee.emulator.internal.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where users of SAML providers sign in to AWS, which is whom their responses are for: each partition has its own place. That
 * of AWS is told by IAM's user guide, that of GovCloud by the guide of AWS GovCloud (US). Of China, AWS tells the address; that
 * {@code urn:amazon:webservices:cn-north-1} is its name, in Ningxia too, is not confirmed.
 */
public enum SamlSignIn {
    AWS("aws", "signin.aws.amazon.com", "urn:amazon:webservices"),
    GOV_CLOUD("aws-us-gov", "signin.amazonaws-us-gov.com", "urn:amazon:webservices:govcloud"),
    CHINA("aws-cn", "signin.amazonaws.cn", "urn:amazon:webservices:cn-north-1");

    private final String partition;
    private final String host;
    private final String name;
    private final Pattern addresses;

    SamlSignIn(String partition, String host, String name) {
        this.partition = partition;
        this.host = host;
        this.name = name;
        this.addresses = Pattern.compile("https://([a-z0-9-]+\\.)?" + Pattern.quote(host) + "/saml");
    }

    /** That of the partition of an ARN; empty for a partition that has none here. */
    public static Optional<SamlSignIn> ofArn(String arn) {
        return Stream.of(values())
                .filter(one -> arn.startsWith("arn:" + one.partition + ":"))
                .findFirst();
    }

    static String partitions(String delimiter) {
        return Arrays.stream(values()).map(one -> one.partition).collect(Collectors.joining(delimiter));
    }

    /** The one of no region. */
    public String address() {
        return "https://" + host + "/saml";
    }

    /** Whether it is an address of it, also one of a region. */
    boolean isAt(String address) {
        return addresses.matcher(address).matches();
    }

    /** Whether what is for this audience is for it. */
    boolean isAudience(String audience) {
        return audience.equals(name) || isAt(audience);
    }
}
