// Has a passkey sign what Cognito asks for.

/**
 * @param options the JSON of PublicKeyCredentialRequestOptions
 * @returns the JSON of the credential
 */
export async function signedByPasskey(options) {
  if (!window.PublicKeyCredential) {
    throw new Error('This browser knows no passkeys. Begin anew, and choose another way.');
  }
  try {
    const credential = await navigator.credentials.get({ publicKey: parsed(options) });
    return credential.toJSON ? credential.toJSON() : asJson(credential);
  } catch (error) {
    throw new Error(error.name === 'NotAllowedError'
      ? 'No passkey was used. Try again, or begin anew and choose another way.'
      : 'The passkey could not be used here. Begin anew, and choose another way.');
  }
}

// ---- for browsers that do not read and write the JSON themselves

function parsed(options) {
  if (PublicKeyCredential.parseRequestOptionsFromJSON) {
    return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  }
  return {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(allowed => ({ ...allowed, id: bytes(allowed.id) })),
  };
}

function asJson(credential) {
  const { id, rawId, type, authenticatorAttachment, response } = credential; // inherited, so that ... would miss them
  return {
    id,
    rawId: text(rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
  };
}

const bytes = base64url =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));

const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
