package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListTextTest {

    @Test
    void valuesStandBetweenCommas() {
        assertThat(ListText.values(" one,two ,, three,")).containsExactly("one", "two", "three");
    }

    @Test
    void aBackslashMakesTheNextCharacterOrdinary() {
        assertThat(ListText.values("a\\,b,c\\\\,d\\e")).containsExactly("a,b", "c\\", "de");
    }

    @Test
    void aBackslashAtTheEndStaysOne() {
        assertThat(ListText.values("a\\")).containsExactly("a\\");
    }
}
