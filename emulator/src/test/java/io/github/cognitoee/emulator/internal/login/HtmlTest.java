package io.github.cognitoee.emulator.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlTest {

    @Test
    void whatComesFromOutsideIsEscaped() {
        assertThat(Html.of("<p title=\"{}\">{}</p>", "\"'", "<b>&amp;").text())
                .isEqualTo("<p title=\"&quot;&#39;\">&lt;b&gt;&amp;amp;</p>");
    }

    @Test
    void whatIsHtmlAlreadyStays() {
        assertThat(Html.of("{}{}", Html.of("<i>{}</i>", "<"), List.of(Html.of("<br>"), "<"))
                        .text())
                .isEqualTo("<i>&lt;</i><br>&lt;");
    }

    @Test
    void anArgumentIsNoTemplate() {
        assertThat(Html.of("{}-{}", "{}", "x").text()).isEqualTo("{}-x");
    }

    @Test
    void everyHoleIsFilledOnce() {
        assertThatThrownBy(() -> Html.of("{}")).hasMessage("fewer arguments than holes: {}");
        assertThatThrownBy(() -> Html.of("", "x")).hasMessage("more arguments than holes: ");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryText(Language language) {
        ResourceBundle all =
                ResourceBundle.getBundle(Language.class.getPackageName() + ".texts", java.util.Locale.ROOT);
        ResourceBundle own = ResourceBundle.getBundle(
                Language.class.getPackageName() + ".texts", java.util.Locale.forLanguageTag(language.tag()));
        if (language != Language.ENGLISH) {
            assertThat(((java.util.PropertyResourceBundle) own).handleGetObject("login.title"))
                    .isNotNull();
            assertThat(all.keySet())
                    .allSatisfy(key -> assertThat(((java.util.PropertyResourceBundle) own).handleGetObject(key))
                            .as(key)
                            .isNotNull());
        }
    }
}
