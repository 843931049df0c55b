package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.internal.userpool.InjectedUserPool;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

/**
 * Sign-ins by SRP a second, one after the other, of the library and of AWS' client for browsers, in turns, at one emulator. What
 * the emulator does for a sign-in is in both. No test of the build: run by its name, see docs/benchmarks.md.
 */
@Requires(Tool.NODE)
class SrpSignInsBenchmark {

    private static final int ROUNDS = 3;
    private static final int WARM_UP = 5;
    private static final int COUNT = 10;
    private static final String USERNAME = "jane";
    private static final String PASSWORD = "Correct-H0rse";

    @Test
    void theLibraryAndAmazonCognitoIdentityJs() {
        List<Double> library = new ArrayList<>();
        List<Double> identityJs = new ArrayList<>();
        try (CognitoEmulator cognito = CognitoEmulator.builder().start();
                CognitoIdentityProviderClient admin = admin(cognito)) {
            String pool = admin.createUserPool(request -> request.poolName("benchmark"))
                    .userPool()
                    .id();
            String client = admin.createUserPoolClient(request -> request.userPoolId(pool)
                            .clientName("app")
                            .explicitAuthFlows(
                                    ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                    .userPoolClient()
                    .clientId();
            admin.adminCreateUser(
                    request -> request.userPoolId(pool).username(USERNAME).messageAction("SUPPRESS"));
            admin.adminSetUserPassword(request -> request.userPoolId(pool)
                    .username(USERNAME)
                    .password(PASSWORD)
                    .permanent(true));
            try (InjectedUserPool userPool = LibraryUserPool.of(cognito.endpoint(), pool, client)) {
                for (int i = 0; i < ROUNDS; i++) {
                    library.add(ofTheLibrary(userPool));
                    identityJs.add(ofIdentityJs(cognito, pool, client));
                }
            }
        }
        report(library, identityJs);
        assertThat(median(library)).isPositive();
        assertThat(median(identityJs)).isPositive();
    }

    private static CognitoIdentityProviderClient admin(CognitoEmulator cognito) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(cognito.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIACOGNITOEMULATOR", "emulator")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static double ofTheLibrary(InjectedUserPool userPool) {
        signIn(userPool, WARM_UP);
        long start = System.nanoTime();
        signIn(userPool, COUNT);
        return COUNT / ((System.nanoTime() - start) / 1e9);
    }

    private static void signIn(InjectedUserPool userPool, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(userPool.signIn(SignInRequest.of(USERNAME).password(PASSWORD.toCharArray())))
                    .isInstanceOf(SignInResult.SignedIn.class);
        }
    }

    private static double ofIdentityJs(CognitoEmulator cognito, String pool, String client) {
        String printed = Program.of("node", "srp-sign-ins.mjs")
                .in(NodeFolder.installed())
                .with(Map.of(
                        "ENDPOINT", cognito.endpoint().toString(),
                        "POOL", pool,
                        "CLIENT", client,
                        "USERNAME", USERNAME,
                        "PASSWORD", PASSWORD,
                        "WARM_UP", String.valueOf(WARM_UP),
                        "COUNT", String.valueOf(COUNT)))
                .run()
                .ok();
        return Double.parseDouble(printed.strip());
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static void report(List<Double> library, List<Double> identityJs) {
        System.out.printf(
                Locale.ROOT,
                "SRP sign-ins per second, medians of %d rounds: the library %.1f (highest over lowest %.2f),"
                        + " amazon-cognito-identity-js %.1f (%.2f),"
                        + " ratio %.2f%n",
                ROUNDS,
                median(library),
                spread(library),
                median(identityJs),
                spread(identityJs),
                median(library) / median(identityJs));
    }

    /** Of the rounds, the highest over the lowest. */
    private static double spread(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                / figures.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
