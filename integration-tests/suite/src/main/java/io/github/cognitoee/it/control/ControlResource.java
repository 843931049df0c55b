package io.github.cognitoee.it.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The same calls, as the emulator's administrator. */
@Path("/")
@RequestScoped
public class ControlResource {

    @EJB
    private ControlBean ejb;

    @GET
    @Path("who")
    public String who() {
        return ejb.name();
    }

    @GET
    @Path("sts")
    public String arn() {
        try (StsClient sts = StsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create(System.getProperty("cognito.endpoint")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIACOGNITOEMULATOR", "emulator")))
                .build()) {
            return sts.getCallerIdentity().arn();
        }
    }
}
