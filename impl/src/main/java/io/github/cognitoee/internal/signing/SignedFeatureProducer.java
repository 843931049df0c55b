package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Feature;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Produces what applications register with their REST clients. A bean only where the server has Jakarta REST. */
@ApplicationScoped
public class SignedFeatureProducer {

    private final Optional<Region> poolsRegion;
    private final CognitoIdentity caller;
    private final AwsCredentialsProvider guest;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected SignedFeatureProducer() {
        this.poolsRegion = null;
        this.caller = null;
        this.guest = null;
    }

    /** Instances: an injection point of the identity itself would ask for an identity pool in every application. */
    @Inject
    SignedFeatureProducer(
            Instance<CognitoSettings> settings,
            Instance<CognitoIdentity> caller,
            @CognitoGuestCredentials Instance<AwsCredentialsProvider> guest) {
        this.poolsRegion = settings.stream()
                .findFirst()
                .flatMap(CognitoSettings::identityPool)
                .map(IdentityPoolConfig::region);
        this.caller = caller.get();
        this.guest = guest.get();
    }

    @Produces
    @CognitoSigned(service = "")
    Feature injected(InjectionPoint injectionPoint) {
        CognitoSigned annotation = injectionPoint.getQualifiers().stream()
                .filter(CognitoSigned.class::isInstance)
                .map(CognitoSigned.class::cast)
                .findFirst()
                .orElseThrow();
        return feature(annotation, injectionPoint);
    }

    /**
     * What signs as the annotation says.
     *
     * @param place where it stands, for messages
     */
    public Feature feature(CognitoSigned annotation, Object place) {
        SignatureTerms terms = SignatureTerms.of(annotation, place);
        return new SignedFeature(
                new Signatory(terms.role(), caller, terms.guest() ? Optional.of(guest) : Optional.empty()),
                () -> new RequestSigner(terms.service(), region(terms), Clock.systemUTC()),
                terms.maxBodySize());
    }

    private Region region(SignatureTerms terms) {
        return terms.region()
                .or(() -> poolsRegion)
                .orElseThrow(() -> Problem.NO_IDENTITY_POOL.exception("this application has no identity pool; add"
                        + " @CognitoIdentityPoolDefinition or set cognito.identity-pool.id"));
    }
}
