package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of the application: an absolute one, or one that begins with {@code ${baseURL}}, which stands for the address
 * of the application's root and is known only when it is called.
 */
public final class AddressTemplate {

    /** Both forms mean the same here: the value of each is known per request only. */
    private static final Pattern BASE = Pattern.compile("[$#]\\{baseURL}");

    private static final Pattern PATH = Pattern.compile("(/[\\w.~!$&'()*+,;=:@%/-]*)?");

    private final Optional<URI> absolute;
    private final String path;

    private AddressTemplate(Optional<URI> absolute, String path) {
        this.absolute = absolute;
        this.path = path;
    }

    /** @throws CognitoConfigurationException if the text is neither form */
    static AddressTemplate parse(String text) {
        var base = BASE.matcher(text);
        if (base.lookingAt()) {
            String path = text.substring(base.end());
            if (!PATH.matcher(path).matches()) {
                throw new CognitoConfigurationException("expected a path behind ${baseURL}, as in ${baseURL}/callback");
            }
            return new AddressTemplate(Optional.empty(), path);
        }
        URI uri = WebAddress.parse(text)
                .filter(WebAddress::isSafe)
                .filter(address -> address.getRawFragment() == null)
                .orElseThrow(() -> new CognitoConfigurationException(
                        "expected https, or http on the loopback interface, without a fragment, as in"
                                + " https://photos.example.com/callback; or ${baseURL} with a path behind it"));
        return new AddressTemplate(Optional.of(uri), uri.getRawPath());
    }

    static boolean isBaseUrl(String text) {
        return BASE.matcher(text).lookingAt();
    }

    /** Whether it can be told without a request. */
    public boolean isAbsolute() {
        return absolute.isPresent();
    }

    /** Its path: behind the context path of the application, or, where it is absolute, with that. */
    public String path() {
        return path;
    }

    /** @param baseUrl the application's root, without a slash at its end; not asked for by an absolute address */
    public String under(String baseUrl) {
        return absolute.map(URI::toString).orElseGet(() -> baseUrl + path);
    }

    @Override
    public String toString() {
        return absolute.map(URI::toString).orElseGet(() -> "${baseURL}" + path);
    }
}
