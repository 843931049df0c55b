package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoLogoutDefinition;
import io.github.cognitoee.ManagedLogin;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how people sign in at managed login. */
final class ManagedLoginReader {

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private static final Pattern LISTED_HOST = Pattern.compile("(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private static final Duration DEFAULT_COOKIE_AGE = Duration.ofHours(12);

    /** A thousand sessions at once, where the heap has a gigabyte. */
    private static final int OPENED_COOKIES_SHARE = 8;

    private final ConfigReader reader;
    private final AnnotatedReader annotations;
    private final EndpointOverride overrides;

    ManagedLoginReader(ConfigReader reader, AnnotatedReader annotations, EndpointOverride overrides) {
        this.reader = reader;
        this.annotations = annotations;
        this.overrides = overrides;
    }

    /** @param tokenCacheBytes how much memory tokens that were seen before may take */
    ManagedLoginConfig read(ManagedLogin login, UserPoolConfig userPool, long tokenCacheBytes) {
        return new ManagedLoginConfig(
                userPool,
                overrides.userPoolApi(userPool.region()),
                clientId(login, userPool),
                annotations.secret(Keys.LOGIN_CLIENT_SECRET, login.clientSecret()),
                domain(login, userPool.region()),
                redirectUri(login),
                scopes(login),
                parameters(login),
                baseUrl(),
                CipherKeys.read(reader, Keys.LOGIN_COOKIE_KEYS),
                new TokenKeeping(isInCookie(), cookieMaxAge(), tokenCacheBytes / OPENED_COOKIES_SHARE),
                logout(login.logout()));
    }

    /** The library answers at this path, whatever the application has there. */
    private AddressTemplate redirectUri(ManagedLogin login) {
        AddressTemplate uri = address(Keys.LOGIN_REDIRECT_URI, login.redirectURI());
        if (uri.path().isEmpty() || uri.path().equals("/")) {
            throw reader.invalid(
                    Keys.LOGIN_REDIRECT_URI,
                    "is '" + uri + "', where the application's own page is; expected a path for this alone, as in"
                            + " ${baseURL}/callback");
        }
        return uri;
    }

    private String clientId(ManagedLogin login, UserPoolConfig userPool) {
        String named = annotations.string(Keys.LOGIN_CLIENT_ID, login.clientId());
        if (!named.isEmpty()) {
            return named;
        }
        if (userPool.clientIds().size() != 1) {
            throw reader.invalid(
                    Keys.LOGIN_CLIENT_ID,
                    "is missing, and " + Keys.USER_POOL_CLIENT_IDS.name()
                            + " names several; expected the app client by which people sign in");
        }
        return userPool.clientIds().iterator().next();
    }

    private URI domain(ManagedLogin login, Region region) {
        Optional<URI> replaced = overrides.only(Keys.LOGIN_ENDPOINT);
        String domain = annotations.string(Keys.LOGIN_DOMAIN, login.domain());
        if (replaced.isPresent()) {
            return replaced.get();
        }
        if (PREFIX.matcher(domain).matches()) {
            String service = region.isGovernment() ? "auth-fips" : "auth";
            return URI.create("https://" + domain + "." + service + "." + region + ".amazoncognito.com");
        }
        if (HOST_NAME.matcher(domain).matches()) {
            return URI.create("https://" + domain);
        }
        throw reader.invalid(
                Keys.LOGIN_DOMAIN,
                (domain.isEmpty() ? "is missing" : "is '" + domain + "'")
                        + ", expected the domain of the user pool: its prefix, such as photos, or a host name such as"
                        + " login.example.com");
    }

    private List<String> scopes(ManagedLogin login) {
        Set<String> scopes = annotations.strings(Keys.LOGIN_SCOPE, login.scope(), login.scopeExpression());
        if (!scopes.contains("openid")) {
            throw reader.invalid(
                    Keys.LOGIN_SCOPE,
                    "is " + scopes + ", expected openid among them: without it Cognito tells not who signed in");
        }
        return List.copyOf(scopes);
    }

    private Map<String, String> parameters(ManagedLogin login) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("identity_provider", annotations.string(Keys.LOGIN_IDENTITY_PROVIDER, login.identityProvider()));
        parameters.put("idp_identifier", annotations.string(Keys.LOGIN_IDP_IDENTIFIER, login.idpIdentifier()));
        if (!parameters.get("identity_provider").isEmpty()
                && !parameters.get("idp_identifier").isEmpty()) {
            throw reader.invalid(
                    Keys.LOGIN_IDP_IDENTIFIER,
                    "stands beside " + Keys.LOGIN_IDENTITY_PROVIDER.name() + "; expected one of the two");
        }
        parameters.put("lang", annotations.string(Keys.LOGIN_LANG, login.lang()));
        parameters.put("prompt", annotations.string(Keys.LOGIN_PROMPT, login.prompt()));
        parameters.put("acr_values", annotations.string(Keys.LOGIN_ACR_VALUES, login.acrValues()));
        parameters.put("max_age", maxAge(login));
        parameters.put("resource", annotations.string(Keys.LOGIN_RESOURCE, login.resource()));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** In seconds; empty for any. */
    private String maxAge(ManagedLogin login) {
        String text = annotations.string(Keys.LOGIN_MAX_AGE, login.maxAge());
        if (text.isEmpty()) {
            return "";
        }
        return WholeSeconds.parse(text)
                .map(age -> Long.toString(age.toSeconds()))
                .orElseThrow(() -> reader.invalid(
                        Keys.LOGIN_MAX_AGE,
                        "is '" + text + "', expected a time of whole seconds, one at least, such as PT8H"));
    }

    private BaseUrlConfig baseUrl() {
        Optional<URI> fixed = reader.find(Keys.LOGIN_BASE_URL).map(text -> WebAddress.parse(text)
                .filter(WebAddress::isSafe)
                .filter(address -> address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null)
                .map(address -> URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text))
                .orElseThrow(() -> reader.invalid(
                        Keys.LOGIN_BASE_URL,
                        "is '" + text + "', expected the application's address with its context path, such as"
                                + " https://www.example.com/photos")));
        return new BaseUrlConfig(fixed, hosts(), reader.list(Keys.LOGIN_PROXIES));
    }

    /** A host of another form would be listed and never found. */
    private Set<String> hosts() {
        return reader.list(Keys.LOGIN_HOSTS).stream()
                .map(host -> {
                    String lower = host.toLowerCase(Locale.ROOT);
                    if (!LISTED_HOST.matcher(lower).matches()) {
                        throw reader.invalid(
                                Keys.LOGIN_HOSTS,
                                "is '" + host + "', expected hosts as in www.example.com or www.example.com:8443");
                    }
                    return lower;
                })
                .collect(Collectors.toSet());
    }

    private boolean isInCookie() {
        return reader.find(Keys.LOGIN_TOKEN_STORE)
                .map(name -> switch (name.toUpperCase(Locale.ROOT)) {
                    case "COOKIE" -> true;
                    case "SESSION" -> false;
                    default -> throw reader.invalid(
                            Keys.LOGIN_TOKEN_STORE, "is '" + name + "', expected SESSION or COOKIE");
                })
                .orElse(false);
    }

    private Duration cookieMaxAge() {
        Duration age = reader.duration(Keys.LOGIN_COOKIE_MAX_AGE, "PT12H").orElse(DEFAULT_COOKIE_AGE);
        if (age.isNegative() || age.isZero()) {
            throw reader.invalid(Keys.LOGIN_COOKIE_MAX_AGE, "is " + age + ", expected more than nothing");
        }
        return age;
    }

    private LogoutConfig logout(CognitoLogoutDefinition logout) {
        return new LogoutConfig(
                address(Keys.LOGOUT_REDIRECT_URI, logout.redirectURI()),
                annotations.flag(
                        Keys.LOGOUT_NOTIFY_PROVIDER, logout.notifyProvider(), logout.notifyProviderExpression()),
                annotations.flag(Keys.LOGOUT_REVOKE, logout.revoke(), logout.revokeExpression()),
                annotations.flag(Keys.LOGOUT_EVERYWHERE, logout.everywhere(), logout.everywhereExpression()));
    }

    private AddressTemplate address(Key key, String member) {
        String text = reader.find(key)
                .orElseGet(() -> AddressTemplate.isBaseUrl(member) ? member : annotations.annotated(key, member));
        try {
            return AddressTemplate.parse(text);
        } catch (CognitoConfigurationException e) {
            throw reader.invalid(key, "is '" + text + "', " + e.getMessage());
        }
    }
}
