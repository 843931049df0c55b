package io.github.cognitoee.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import java.lang.annotation.Annotation;
import java.util.List;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("unused")
class HeldClaimsTest {

    private static final String HERE = HeldClaimsTest.class.getName();

    static class Who {
        @Claim("sub")
        String claim;
    }

    static class ReadAnew {
        @Claim("sub")
        ClaimValue<String> claim;
    }

    static class Middle {
        Who who;
    }

    static class Outer {
        Who who;

        @Any
        Who any;

        @Named("other")
        Who named;

        Middle middle;

        ReadAnew readAnew;

        Instance<Who> lookup;
    }

    static class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        transient Who who;
    }

    @Stateless
    static class Pooled {
        Who who;
    }

    private final HeldClaims claims = new HeldClaims();

    @ParameterizedTest
    @ValueSource(classes = {ApplicationScoped.class, SessionScoped.class, Singleton.class})
    void dependentBeanWithAClaimMayNotBeInjectedIntoWhatOutlivesTheRequest(Class<? extends Annotation> scope) {
        claims.note(FakePoint.of(Outer.class, "who", scope));
        claims.note(FakePoint.of(Who.class, "claim", Dependent.class));

        assertProblems("COG-0023: " + HERE + "$Outer.who has a @Dependent bean injected into something that is @"
                + scope.getSimpleName() + " and outlives the request, and the bean with it; but " + HERE
                + "$Who.claim has a claim injected as java.lang.String, once: one caller's claim would be shown to the"
                + " next. Inject ClaimValue<java.lang.String> or Provider<java.lang.String> there instead, or make the"
                + " bean @RequestScoped");
    }

    @Test
    void whoeverIsInjectedByAnyQualifierCountsToo() {
        claims.note(FakePoint.of(Who.class, "claim", Dependent.class));
        claims.note(FakePoint.of(Outer.class, "any", ApplicationScoped.class));

        assertThat(problems()).hasSize(1);
    }

    @Test
    void servletsAndEjbsOutliveTheRequest() {
        claims.note(FakePoint.of(Who.class, "claim", Dependent.class));
        claims.note(FakePoint.of(Page.class, "who"));
        claims.note(FakePoint.of(Pooled.class, "who", Dependent.class));

        assertThat(problems())
                .satisfiesExactly(
                        servlet -> assertThat(servlet).contains("$Page.who ").contains("is a Servlet and outlives"),
                        ejb -> assertThat(ejb).contains("$Pooled.who ").contains("is @Stateless and outlives"));
    }

    @Test
    void beanThatHoldsAnotherThatHoldsAClaimIsRefusedToo() {
        claims.note(FakePoint.of(Outer.class, "middle", ApplicationScoped.class));
        claims.note(FakePoint.of(Middle.class, "who", Dependent.class));
        claims.note(FakePoint.of(Who.class, "claim", Dependent.class));

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("$Outer.middle has a @Dependent bean injected")
                .contains("$Who.claim has a claim injected");
    }

    @Test
    void requestMayHoldThem() {
        claims.note(FakePoint.of(Who.class, "claim", Dependent.class));
        claims.note(FakePoint.of(Outer.class, "who", RequestScoped.class));
        claims.note(FakePoint.of(Middle.class, "who", Dependent.class));

        assertProblems();
    }

    @Test
    void beanOfTheRequestMayBeInjectedAnywhere() {
        claims.note(FakePoint.of(Who.class, "claim", RequestScoped.class));
        claims.note(FakePoint.of(Outer.class, "who", ApplicationScoped.class));

        assertProblems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"named", "lookup", "readAnew"})
    void whatIsAnotherBeanOrReadAnewIsNotRefused(String field) {
        claims.note(FakePoint.of(Who.class, "claim", Dependent.class));
        claims.note(FakePoint.of(ReadAnew.class, "claim", Dependent.class));
        claims.note(FakePoint.of(Outer.class, field, ApplicationScoped.class));

        assertProblems();
    }

    private void assertProblems(String... messages) {
        assertThat(problems()).containsExactly(messages);
    }

    private List<String> problems() {
        return claims.problems(Object::equals).stream()
                .map(Throwable::getMessage)
                .toList();
    }
}
