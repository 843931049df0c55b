package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualifierLiteralTest {

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Api {}

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Web {}

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface WithMember {
        String value() default "";
    }

    @Api
    private static class AtAnInjectionPoint {}

    private final Annotation written = AtAnInjectionPoint.class.getAnnotation(Api.class);

    @Test
    void equalsTheOneThatIsWrittenInBothDirections() {
        Annotation made = QualifierLiteral.of(Api.class);

        assertThat(made).isEqualTo(written).hasSameHashCodeAs(written);
        assertThat(written).isEqualTo(made);
        assertThat(made.annotationType()).isEqualTo(Api.class);
        assertThat(made).hasToString("@" + Api.class.getName() + "()");
    }

    @Test
    void differsFromAnotherAndFromNull() {
        assertThat(QualifierLiteral.of(Api.class))
                .isNotEqualTo(QualifierLiteral.of(Web.class))
                .isNotEqualTo(null);
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, Override.class, WithMember.class})
    void whatIsNoQualifierOrHasMembersIsRefused(Class<?> type) {
        assertThatThrownBy(() -> QualifierLiteral.of(type))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0016: qualifiers of @CognitoAuthenticationMechanismDefinition names " + type.getName()
                        + ", expected an annotation that is a @Qualifier and has no members");
    }
}
