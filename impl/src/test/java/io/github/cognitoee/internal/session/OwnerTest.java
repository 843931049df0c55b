package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.FakeExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private final LoginApplication application = new LoginApplication();
    private final Owner owner = new Owner(application.config());

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void anApplicationHasOneTag() {
        assertThat(tagAt("/photos")).matches("[0-9a-f]{8}").isEqualTo(tagAt("/photos"));
    }

    @Test
    void applicationsOfOneHostHaveTagsOfTheirOwnWhoeverIsAskedForFirst() {
        String photos = tagAt("/photos");
        String albums = tagAt("/albums");

        assertThat(albums).isNotEqualTo(photos);
        assertThat(tagAt("/photos")).isEqualTo(photos);
    }

    private String tagAt(String contextPath) {
        FakeExchange exchange = new FakeExchange();
        exchange.contextPath = contextPath;
        return owner.tag(exchange.request());
    }
}
