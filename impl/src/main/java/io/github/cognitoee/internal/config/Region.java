package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.regex.Pattern;

/**
 * An AWS region, and the DNS suffix of its partition.
 *
 * @param name for example {@code eu-west-1}
 */
public record Region(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z]{2,4}(-[a-z]+){1,3}-\\d{1,2}");

    /** @throws CognitoConfigurationException if this cannot be a region */
    public Region {
        if (!NAME.matcher(name).matches()) {
            throw new CognitoConfigurationException("'" + name + "' is not an AWS region such as eu-west-1");
        }
    }

    /** Whether an id begins with a region, as all ids of AWS do. */
    static boolean begins(String id, char separator) {
        int end = id.indexOf(separator);
        return end > 0 && NAME.matcher(id.substring(0, end)).matches();
    }

    /** The suffix under which this region's partition serves its hosts, {@code amazonaws.com} for most. */
    public String dnsSuffix() {
        if (name.startsWith("cn-")) {
            return "amazonaws.com.cn";
        }
        return name.startsWith("eusc-") ? "amazonaws.eu" : "amazonaws.com";
    }

    /** Whether it belongs to AWS GovCloud, whose managed login has hosts of its own. */
    boolean isGovernment() {
        return name.startsWith("us-gov-");
    }

    @Override
    public String toString() {
        return name;
    }
}
