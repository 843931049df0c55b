package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.form.FormApplication;
import io.github.cognitoee.it.form.MembersServlet;
import io.github.cognitoee.it.form.NotesResource;
import io.github.cognitoee.it.form.PasswordServlet;
import io.github.cognitoee.it.harness.Browser;
import io.github.cognitoee.it.harness.Wars;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same application without the form: what servers do with {@code request.login} where the library does not help. */
@ExtendWith(ArquillianExtension.class)
@Tag("pages")
class FormControlIT {

    @ArquillianResource
    private URL war;

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                "form-control",
                Map.of("cognito.accepts", "BEARER"),
                FormApplication.class,
                MembersServlet.class,
                PasswordServlet.class,
                NotesResource.class);
    }

    @Test
    void theServerRefusesRequestLogin() {
        browser.post(page("open/login"), Map.of("username", "alice", "password", "Alice-Passw0rd"));

        assertThat(browser.answer().lines()).containsKey("refused").containsEntry("caller", "null");
    }

    @Test
    void aFormIsAnAddressLikeAnyOther() {
        browser.post(page("j_security_check"), Map.of("j_username", "alice", "j_password", "Alice-Passw0rd"));

        assertThat(browser.open(page("open/")).answer().lines()).containsEntry("caller", "null");
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + war.getPort() + war.getPath() + path);
    }
}
