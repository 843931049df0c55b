package io.github.cognitoee.it.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;

/** A tab with pages of a sign-in, and what people see and do there. */
public record LoginTab(Page page) {

    public LoginTab open(String address) {
        page.navigate(address);
        return this;
    }

    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    public Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Locator body() {
        return page.locator("body");
    }

    /** Types into the field that has the focus, once that is empty: not into one of the page that is just left. */
    public LoginTab type(String text) {
        assertThat(page.locator("input:focus")).hasValue("");
        page.keyboard().type(text);
        return this;
    }

    public LoginTab key(String name) {
        page.keyboard().press(name);
        return this;
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Fills in and sends the library's form. */
    public void signIn(String username, String password) {
        field("User name").fill(username);
        field("Password").fill(password);
        press("Sign in");
    }

    /** Takes a picture into the build's output. Fails if anything sticks out to the side of a telephone's small screen. */
    public void look(String picture) {
        Chromium.picture(page, picture);
        ViewportSize size = page.viewportSize();
        page.setViewportSize(320, 640);
        Object overhang = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.setViewportSize(size.width, size.height);
        if (!overhang.equals(0)) {
            throw new AssertionError(overhang + " pixels of " + picture + " stick out");
        }
    }
}
