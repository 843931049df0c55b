package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.login.FormPage.Field;

/** Fields for the attributes of users. */
final class AttributeFields {

    private AttributeFields() {}

    static Field of(String attribute, Language language) {
        return switch (attribute) {
            case "email" -> new Field(attribute, language.text("attribute.email"), "email", "email", "", "");
            case "phone_number" -> new Field(attribute, language.text("attribute.phone_number"), "tel", "tel", "", "")
                    .withHint(language.text("attribute.phone_number-hint"));
            case "name" -> Field.text(attribute, language.text("attribute.name"), "name");
            case "given_name" -> Field.text(attribute, language.text("attribute.given_name"), "given-name");
            case "family_name" -> Field.text(attribute, language.text("attribute.family_name"), "family-name");
            default -> Field.text(attribute, attribute, "off");
        };
    }
}
