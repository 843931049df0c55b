package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import io.github.cognitoee.RequiresScope;
import io.github.cognitoee.internal.config.AssuranceLevels;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementPlacementTest {

    @RequiresScope("orders/read")
    static class GuardedServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }

    static class GuardedServletMethod extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        @RequiresScope("orders/read")
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    @Path("orders")
    @RequiresScope("orders/read")
    static class GuardedResource {
        @GET
        @RequiresScope("orders/write")
        public String list() {
            return "";
        }
    }

    interface GuardedApi {
        @GET
        @RequiresScope("orders/read")
        String list();
    }

    static class GuardedLocator {
        @Path("items")
        @RequiresScope("orders/read")
        public Object items() {
            return new Object();
        }
    }

    @RequiresScope("orders/read")
    static class LocatorInGuardedClass {
        @GET
        public String list() {
            return "";
        }

        @Path("items")
        public Object items() {
            return new Object();
        }
    }

    @RequiresScope("orders/read")
    static class Guarded {
        public void read() {}
    }

    static class GuardedMethod {
        @RequiresScope("orders/read")
        public void read() {}
    }

    static class SubOfGuarded extends Guarded {
        @Override
        public void read() {}
    }

    static class Overriding extends GuardedMethod {
        @Override
        public void read() {}
    }

    static class Inheriting extends GuardedMethod {}

    interface GuardedInterface {
        @RequiresScope("orders/read")
        void read();
    }

    static class Implementing implements GuardedInterface {
        @Override
        public void read() {}
    }

    static class ImplementingWithItsOwn implements GuardedInterface {
        @Override
        @RequiresScope("orders/read")
        public void read() {}
    }

    static class GuardedInside {
        @RequiresScope("orders/read")
        protected void recount() {}

        @RequiresScope("orders/read")
        void tidy() {}
    }

    static class OverridingProtected extends GuardedInside {
        @Override
        protected void recount() {}
    }

    static class OverridingPackagePrivate extends GuardedInside {
        @Override
        void tidy() {}
    }

    static class RepeatingBelow extends OverridingProtected {
        @Override
        @RequiresScope("orders/read")
        protected void recount() {}

        void unguarded() {}
    }

    @RequiresScope("orders/read")
    interface GuardedWholeApi {
        @GET
        String list();

        void recount();
    }

    static class ResourceOfGuardedWholeApi implements GuardedWholeApi {
        @Override
        public String list() {
            return "";
        }

        @Override
        public void recount() {}
    }

    static class ResourceThatRepeats implements GuardedWholeApi {
        @Override
        public String list() {
            return "";
        }

        @Override
        @RequiresScope("orders/read")
        public void recount() {}

        void unguarded() {}
    }

    static class PrivateMethod {
        @RequiresScope("orders/read")
        @SuppressWarnings("unused")
        private void read() {}
    }

    static class FinalMethod {
        @RequiresScope("orders/read")
        public final void read() {}
    }

    static class StaticMethod {
        @RequiresScope("orders/read")
        public static void read() {}
    }

    @RequiresScope("orders/read")
    @interface Stereotype {}

    @RequiresScope({})
    static class NoScope {}

    @RequiresScope("orders/read orders/write")
    static class TwoInOne {}

    @RequiresScope({"orders/read", "or\"ders"})
    static class Quoted {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                GuardedServlet.class,
                GuardedResource.class,
                GuardedApi.class,
                Guarded.class,
                GuardedMethod.class,
                ImplementingWithItsOwn.class
            })
    void whereItHasEffectItMayStand(Class<?> type) {
        assertThatCode(() -> placement(Guarded.class, GuardedMethod.class, ImplementingWithItsOwn.class)
                        .check(Set.of(type)))
                .doesNotThrowAnyException();
    }

    @Test
    void beansInheritItFromTheirClassesAndWithUnchangedMethods() {
        assertThatCode(() -> {
                    placement(SubOfGuarded.class).check(Set.of(Guarded.class));
                    placement(Inheriting.class).check(Set.of(GuardedMethod.class));
                    placement(ImplementingWithItsOwn.class).check(Set.of(GuardedInterface.class));
                    placement(RepeatingBelow.class).check(Set.of(GuardedInside.class));
                    placement(ResourceThatRepeats.class).check(Set.of(GuardedWholeApi.class));
                })
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                Arguments.of(
                        GuardedServletMethod.class,
                        ".doGet is a Servlet's method; annotate the class, or have two Servlets"),
                Arguments.of(
                        GuardedLocator.class,
                        ".items is a sub-resource locator; annotate the class that it returns, or its methods"),
                Arguments.of(
                        LocatorInGuardedClass.class,
                        " has the sub-resource locator items, which it would not guard; annotate its other methods, and"
                                + " the class that the locator returns"),
                Arguments.of(Guarded.class, " is no Servlet, no REST resource and no bean of CDI, nor a parent of one"),
                Arguments.of(
                        GuardedMethod.class,
                        " is above the bean " + Overriding.class.getName()
                                + ", whose method read does not inherit it; repeat it there"),
                Arguments.of(
                        GuardedInterface.class,
                        " is above the bean " + Implementing.class.getName()
                                + ", whose method read does not inherit it; repeat it there"),
                Arguments.of(
                        PrivateMethod.class,
                        ".read is private, static or final, so that no interceptor sees its calls"),
                Arguments.of(
                        FinalMethod.class, ".read is private, static or final, so that no interceptor sees its calls"),
                Arguments.of(
                        StaticMethod.class, ".read is private, static or final, so that no interceptor sees its calls"),
                Arguments.of(Stereotype.class, " is an annotation; write it where that one stands"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misplaced")
    void whereItHasNoneItStopsTheDeployment(Class<?> type, String why) {
        RequirementPlacement placement = placement(
                Overriding.class, Implementing.class, PrivateMethod.class, FinalMethod.class, StaticMethod.class);

        assertThatThrownBy(() -> placement.check(Set.of(type)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0031: @RequiresScope would not be enforced where it stands: " + type.getName() + why);
    }

    static Stream<Arguments> lost() {
        return Stream.of(
                Arguments.of(GuardedInside.class, OverridingProtected.class, "recount"),
                Arguments.of(GuardedInside.class, OverridingPackagePrivate.class, "tidy"),
                Arguments.of(GuardedWholeApi.class, ResourceOfGuardedWholeApi.class, "recount"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("lost")
    void whereABeanLosesItItStopsTheDeployment(Class<?> type, Class<?> bean, String method) {
        assertThatThrownBy(() -> placement(bean).check(Set.of(type)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0031: @RequiresScope would not be enforced where it stands: " + type.getName()
                        + " is above the bean " + bean.getName() + ", whose method " + method
                        + " does not inherit it; repeat it there");
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(NoScope.class, "[]"),
                Arguments.of(TwoInOne.class, "[orders/read orders/write]"),
                Arguments.of(Quoted.class, "[orders/read, or\"ders]"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("impossible")
    void scopesThatNobodyCanHoldStopTheDeployment(Class<?> type, String found) {
        assertThatThrownBy(() -> placement(type).check(Set.of(type)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0030: @RequiresScope on " + type + " names " + found + ", expected at least one scope"
                        + " such as orders/write, each a string of its own without blanks and quotes");
    }

    @RequiresRecentLogin("PT5M")
    static class RecentOnObject {}

    static class AssuredStatic {
        @RequiresAssurance("urn:cognito:loa:3")
        static void read() {}
    }

    @RequiresAssurance("urn:cognito:loa:3")
    static class Mixed {
        @RequiresRecentLogin
        public void read() {}

        public void write() {}
    }

    @Test
    void theOthersAreLookedAtTheSameWay() {
        assertThatCode(() -> placement(Mixed.class).check(Set.of(Mixed.class))).doesNotThrowAnyException();
        assertThatThrownBy(() -> placement().check(Set.of(RecentOnObject.class)))
                .hasMessage("COG-0031: @RequiresRecentLogin would not be enforced where it stands: "
                        + RecentOnObject.class.getName()
                        + " is no Servlet, no REST resource and no bean of CDI, nor a parent of one");
        assertThatThrownBy(() -> placement(AssuredStatic.class).check(Set.of(AssuredStatic.class)))
                .hasMessage("COG-0031: @RequiresAssurance would not be enforced where it stands: "
                        + AssuredStatic.class.getName()
                        + ".read is private, static or final, so that no interceptor sees its calls");
    }

    @RequiresRecentLogin("5 minutes")
    static class NoTime {}

    @RequiresRecentLogin("PT0S")
    static class NoAge {}

    @RequiresRecentLogin("-PT5M")
    static class Future {}

    @RequiresRecentLogin("PT0.5S")
    static class HalfASecond {}

    @ParameterizedTest
    @ValueSource(classes = {NoTime.class, NoAge.class, Future.class, HalfASecond.class})
    void timesThatNoSignInCanMeetStopTheDeployment(Class<?> type) {
        String value = type.getAnnotation(RequiresRecentLogin.class).value();

        assertThatThrownBy(() -> placement(type).check(Set.of(type)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0030: @RequiresRecentLogin on " + type + " is '" + value
                        + "', expected a time of whole seconds, one at least, such as PT5M");
    }

    @RequiresAssurance("urn:cognito:loa:5")
    static class NoLevel {}

    @Test
    void levelsThatTheUserPoolDoesNotHaveStopTheDeployment() {
        assertThatThrownBy(() -> placement(NoLevel.class).check(Set.of(NoLevel.class)))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0030: @RequiresAssurance on " + NoLevel.class
                        + " is 'urn:cognito:loa:5', expected one of cognito.assurance-levels: urn:cognito:loa:1,"
                        + " urn:cognito:loa:2, urn:cognito:loa:3, urn:cognito:loa:4");
    }

    @Test
    void whereTheLibraryIsSwitchedOffNobodyKnowsTheLevels() {
        RequirementPlacement placement =
                new RequirementPlacement(new BeanClasses(Set.of(NoLevel.class)), Optional.empty());

        assertThatCode(() -> placement.check(Set.of(NoLevel.class))).doesNotThrowAnyException();
    }

    private static RequirementPlacement placement(Class<?>... beans) {
        return new RequirementPlacement(new BeanClasses(Set.of(beans)), Optional.of(AssuranceLevels.OF_COGNITO));
    }
}
