package io.github.cognitoee.internal.session;

/** What asks a browser for a passkey, by itself and when a button is pressed, and sends what it gives. */
final class PasskeyScript {

    /** Browsers before 2025 neither read nor write the JSON by themselves. */
    static final String TEXT =
            """
            const field = document.getElementById('credential');
            const hint = document.getElementById('hint');
            const bytes = base64url => Uint8Array.from(
              atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
            const text = buffer => buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer)))
              .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') : undefined;
            const parsed = options => PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? {
              ...options,
              challenge: bytes(options.challenge),
              allowCredentials: (options.allowCredentials ?? []).map(allowed => ({ ...allowed, id: bytes(allowed.id) })),
            };
            const json = credential => credential.toJSON?.() ?? {
              id: credential.id,
              rawId: text(credential.rawId),
              type: credential.type,
              authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
              clientExtensionResults: credential.getClientExtensionResults(),
              response: {
                authenticatorData: text(credential.response.authenticatorData),
                clientDataJSON: text(credential.response.clientDataJSON),
                signature: text(credential.response.signature),
                userHandle: text(credential.response.userHandle),
              },
            };
            async function ask() {
              if (!window.PublicKeyCredential) {
                hint.textContent = 'This browser knows no passkeys. Start again in another way.';
                return;
              }
              try {
                const credential = await navigator.credentials.get({ publicKey: parsed(JSON.parse(field.dataset.options)) });
                field.value = JSON.stringify(json(credential));
                HTMLFormElement.prototype.submit.call(field.form);
              } catch (e) {
                hint.textContent = 'That did not work. Try again, or start again in another way.';
              }
            }
            document.getElementById('again').addEventListener('click', ask);
            ask();
            """;

    private PasskeyScript() {}
}
