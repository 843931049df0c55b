package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.internal.mechanism.FakeSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tokens in the container's session, while other requests of the same session are at work. */
class SessionTokenStoreTest {

    private static final SessionTokens OLD = tokens("old");
    private static final SessionTokens RENEWED = tokens("renewed");

    private final FakeBrowser browser = new FakeBrowser();
    private final SessionTokenStore store = new SessionTokenStore();

    private static SessionTokens tokens(String idToken) {
        return new SessionTokens(idToken, "access", "refresh", Instant.EPOCH);
    }

    @Test
    void whoIsAskedForWithoutASessionGetsNone() {
        FakeExchange exchange = browser.asksFor("/");

        assertThat(store.find(exchange.request())).isEmpty();
        store.replace(OLD, RENEWED, exchange.request(), exchange.response());
        store.end(exchange.request(), exchange.response());
        assertThat(browser.session()).isNull();
    }

    @Test
    void aSessionBeginsUnderANewId() {
        FakeExchange exchange = browser.asksFor("/callback");
        FakeSession session = browser.inSession();
        String id = session.getId();
        store.begin(OLD, exchange.request(), exchange.response());

        assertThat(session.getId()).isNotEqualTo(id);
        assertThat(store.find(exchange.request())).contains(OLD);
    }

    @Test
    void aSessionThatEndsBetweenLookingAndWritingStaysEnded() {
        FakeExchange exchange = browser.asksFor("/");
        store.begin(OLD, exchange.request(), exchange.response());
        FakeSession session = browser.session();
        session.endAfterNextReading();
        store.replace(OLD, RENEWED, exchange.request(), exchange.response());

        assertThat(session.isOver()).isTrue();
        assertThat(store.find(exchange.request())).isEmpty();
    }

    @Test
    void aSessionThatAnotherRequestEndsMeanwhileIsEnded() {
        FakeExchange exchange = browser.asksFor("/");
        store.begin(OLD, exchange.request(), exchange.response());
        browser.session().invalidate();
        browser.keepsSessionThatIsOver();

        assertThat(store.find(exchange.request())).isEmpty();
        store.end(exchange.request(), exchange.response());
    }

    @Test
    void tokensCanBeHandedToAnotherNodeAndPrintNothing() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(OLD);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SessionTokens read = (SessionTokens) in.readObject();
            assertThat(read.idToken()).isEqualTo("old");
            assertThat(read.refreshToken()).contains("refresh");
            assertThat(read).hasToString("SessionTokens");
        }
    }
}
