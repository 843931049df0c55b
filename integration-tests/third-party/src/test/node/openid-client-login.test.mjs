// openid-client, certified by the OpenID Foundation, signs people in at the emulator's pages.
import test from "node:test";
import assert from "node:assert/strict";
import * as openid from "openid-client";
import { Browser } from "./browser.mjs";
import { fixture } from "./fixture.mjs";

const server = new URL(`${fixture.endpoint}/${fixture.userPoolId}`);
const insecure = { execute: [openid.allowInsecureRequests] };
const redirect_uri = "http://localhost:9/callback";
const alice = { username: "alice", password: "Alice-Passw0rd" };

const CLIENTS = {
  public: () => openid.discovery(server, fixture.pagesClientId, undefined, openid.None(), insecure),
  "client_secret_basic": () =>
    openid.discovery(server, fixture.confidentialPagesClientId, undefined,
      openid.ClientSecretBasic(fixture.confidentialClientSecret), insecure),
  "client_secret_post": () =>
    openid.discovery(server, fixture.confidentialPagesClientId, undefined,
      openid.ClientSecretPost(fixture.confidentialClientSecret), insecure),
};

/** A sign-in from the application's first redirect to the tokens, all of which openid-client checks. */
async function signIn(config, browser = new Browser(), parameters = {}) {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const expectedNonce = openid.randomNonce();
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri,
    scope: "openid email",
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  });
  const callback = (await browser.open(address)) ?? (await browser.submit(alice));
  return openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState, expectedNonce });
}

for (const [how, discover] of Object.entries(CLIENTS)) {
  test(`code flow with PKCE, state and nonce: ${how}`, async () => {
    const config = await discover();

    const tokens = await signIn(config);

    assert.equal(tokens.token_type, "bearer");
    const claims = tokens.claims();
    assert.equal(claims.iss, server.href);
    assert.equal(claims["cognito:username"], "alice");
    assert.equal(claims.email, "alice@example.com");
    assert.ok(tokens.refresh_token);
  });
}

test("who is signed in is not asked again, and max_age is checked", async () => {
  const config = await CLIENTS.public();
  const browser = new Browser();
  const first = await signIn(config, browser);

  const second = await signIn(config, browser, { max_age: "300", prompt: "none" });

  assert.equal(second.claims().auth_time, first.claims().auth_time);
});

test("nobody signed in and prompt=none is login_required", async () => {
  const config = await CLIENTS.public();

  await assert.rejects(signIn(config, new Browser(), { prompt: "none" }), (error) => {
    assert.equal(error.error, "login_required");
    return true;
  });
});

test("refresh, userInfo and revoke", async () => {
  const config = await CLIENTS["client_secret_basic"]();
  const tokens = await signIn(config);

  const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token);
  assert.equal(refreshed.claims().sub, tokens.claims().sub);
  const info = await openid.fetchUserInfo(config, refreshed.access_token, tokens.claims().sub);
  assert.equal(info.username, "alice");
  assert.equal(info.email_verified, "true");
  await openid.tokenRevocation(config, tokens.refresh_token);
  await assert.rejects(openid.refreshTokenGrant(config, tokens.refresh_token), (error) => {
    assert.equal(error.error, "invalid_grant");
    return true;
  });
  await assert.rejects(openid.fetchUserInfo(config, refreshed.access_token, tokens.claims().sub), (error) => {
    assert.equal(error.cause.status, 401);
    return true;
  });
});

test("a code is good once", async () => {
  const config = await CLIENTS.public();
  const browser = new Browser();
  const state = openid.randomState();
  const address = openid.buildAuthorizationUrl(config, { redirect_uri, scope: "openid", state });
  const callback = (await browser.open(address)) ?? (await browser.submit(alice));
  await openid.authorizationCodeGrant(config, callback, { expectedState: state });

  await assert.rejects(openid.authorizationCodeGrant(config, callback, { expectedState: state }), (error) => {
    assert.equal(error.error, "invalid_grant");
    return true;
  });
});

test("a wrong verifier is invalid_grant", async () => {
  const config = await CLIENTS.public();
  const browser = new Browser();
  const state = openid.randomState();
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri,
    scope: "openid",
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier()),
    code_challenge_method: "S256",
  });
  const callback = (await browser.open(address)) ?? (await browser.submit(alice));

  await assert.rejects(
    openid.authorizationCodeGrant(config, callback, {
      expectedState: state,
      pkceCodeVerifier: openid.randomPKCECodeVerifier(),
    }),
    (error) => {
      assert.equal(error.error, "invalid_grant");
      return true;
    },
  );
});

test("a scope that the client does not have is invalid_scope at the callback", async () => {
  const config = await CLIENTS.public();

  await assert.rejects(signIn(config, new Browser(), { scope: "openid phone" }), (error) => {
    assert.equal(error.error, "invalid_scope");
    return true;
  });
});

test("the session ends at /logout", async () => {
  const config = await CLIENTS.public();
  const browser = new Browser();
  await signIn(config, browser);

  const out = new URL(config.serverMetadata().end_session_endpoint);
  out.searchParams.set("client_id", fixture.pagesClientId);
  out.searchParams.set("logout_uri", "http://localhost:9/bye");
  const bye = await browser.open(out);

  assert.equal(bye.href, "http://localhost:9/bye");
  await assert.rejects(signIn(config, browser, { prompt: "none" }), (error) => {
    assert.equal(error.error, "login_required");
    return true;
  });
});
