package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity pool of this application.
 *
 * @param id {@code <region>:<guid>}
 * @param region where the pool lies; it may differ from the user pool's
 * @param endpoint replaces the address of the service, for an emulator
 * @param stsEndpoint replaces the address of STS, likewise
 * @param loginsKey replaces the provider name that is otherwise built from the user pool id
 * @param checkRoles whether a role that the ID token does not name is refused without asking the pool
 * @param guests which identity guests have
 * @param classic what is asked of STS; empty in the enhanced flow
 * @param developer how the application vouches for callers without an ID token; empty where it does not
 * @param newIdentitiesPerSecond how many callers who are new here may be looked up in the pool in a second
 * @param sharedCache where nodes share what the pool answered; empty where they do not
 */
public record IdentityPoolConfig(
        String id,
        Region region,
        Optional<URI> endpoint,
        Optional<URI> stsEndpoint,
        Optional<String> loginsKey,
        boolean checkRoles,
        GuestsConfig guests,
        Optional<ClassicConfig> classic,
        Optional<DeveloperConfig> developer,
        int newIdentitiesPerSecond,
        Optional<SharedCacheConfig> sharedCache) {

    /** With those of guests together what AWS gives an account in a region. */
    static final int NEW_IDENTITIES_PER_SECOND = 20;

    private static final int MAX_ID_LENGTH = 55;
    private static final Pattern ID = Pattern.compile("[\\w-]+:[0-9a-f-]+");

    /** @throws CognitoConfigurationException if the id cannot be right */
    public IdentityPoolConfig {
        if (id.length() > MAX_ID_LENGTH || !ID.matcher(id).matches()) {
            throw new CognitoConfigurationException("Identity pool id '" + id
                    + "' is not of the form <region>:<guid>, such as eu-west-1:1f0a6e2c-0000-4000-8000-000000000001");
        }
    }

    /** A pool of AWS with the defaults of all settings. */
    public static Builder of(String id, Region region) {
        return new Builder(id, region);
    }

    /** Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final Region region;
        private Optional<URI> endpoint = Optional.empty();
        private Optional<URI> stsEndpoint = Optional.empty();
        private Optional<String> loginsKey = Optional.empty();
        private boolean checkRoles = true;
        private GuestsConfig guests = GuestsConfig.DEFAULT;
        private Optional<ClassicConfig> classic = Optional.empty();
        private Optional<DeveloperConfig> developer = Optional.empty();
        private int newIdentitiesPerSecond = NEW_IDENTITIES_PER_SECOND;
        private Optional<SharedCacheConfig> sharedCache = Optional.empty();

        private Builder(String id, Region region) {
            this.id = id;
            this.region = region;
        }

        public Builder endpoint(Optional<URI> address) {
            this.endpoint = address;
            return this;
        }

        public Builder stsEndpoint(Optional<URI> address) {
            this.stsEndpoint = address;
            return this;
        }

        public Builder loginsKey(Optional<String> name) {
            this.loginsKey = name;
            return this;
        }

        public Builder checkRoles(boolean check) {
            this.checkRoles = check;
            return this;
        }

        public Builder guests(GuestsConfig config) {
            this.guests = config;
            return this;
        }

        public Builder classic(Optional<ClassicConfig> config) {
            this.classic = config;
            return this;
        }

        public Builder developer(Optional<DeveloperConfig> config) {
            this.developer = config;
            return this;
        }

        public Builder newIdentitiesPerSecond(int rate) {
            this.newIdentitiesPerSecond = rate;
            return this;
        }

        public Builder sharedCache(Optional<SharedCacheConfig> config) {
            this.sharedCache = config;
            return this;
        }

        public IdentityPoolConfig build() {
            return new IdentityPoolConfig(
                    id,
                    region,
                    endpoint,
                    stsEndpoint,
                    loginsKey,
                    checkRoles,
                    guests,
                    classic,
                    developer,
                    newIdentitiesPerSecond,
                    sharedCache);
        }
    }
}
