// amazon-cognito-identity-js as it signs in unless it is told otherwise: by SRP, with second factors and devices.
import test, { afterEach } from "node:test";
import assert from "node:assert/strict";
import cognito from "amazon-cognito-identity-js";
import { claimsOf, sentTo } from "./aws.mjs";
import { fixture } from "./fixture.mjs";
import { PASSWORD, codeOf, later, newPool, newUser, now } from "./sign-in.mjs";

const { AuthenticationDetails, CognitoUser, CognitoUserPool } = cognito;
const WRONG = { code: "NotAuthorizedException", message: "Incorrect username or password." };

function memory() {
  const items = new Map();
  return {
    setItem: (key, value) => items.set(key, value),
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
  };
}

function userNamed(Username, { userPoolId, clientId }, Storage = memory()) {
  const Pool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, endpoint: fixture.endpoint, Storage });
  return new CognitoUser({ Username, Pool, Storage });
}

/** Calls a method that takes callbacks; resolves to {session} or to the {challenge} that is asked. */
const outcomeOf = (call) =>
  new Promise((resolve, reject) => {
    const asked = (challenge) => (name, parameters) => resolve({ challenge, name, parameters });
    call({
      onSuccess: (session, mustConfirm) => resolve({ session, mustConfirm }),
      onFailure: reject,
      newPasswordRequired: asked("newPasswordRequired"),
      mfaRequired: asked("mfaRequired"),
      totpRequired: asked("totpRequired"),
      mfaSetup: asked("mfaSetup"),
      selectMFAType: asked("selectMFAType"),
      associateSecretCode: (secret) => resolve({ secret }),
    });
  });

const signIn = (user, Password) =>
  outcomeOf((callbacks) =>
    user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password }), callbacks),
  );

const called = (call) =>
  new Promise((resolve, reject) => call((error, result) => (error ? reject(error) : resolve(result))));

afterEach(now);

test("a password is proved by SRP", async () => {
  const pool = await newPool();
  await newUser(pool, "jill", { email: "jill@example.com" });

  const { session } = await signIn(userNamed("jill", pool), PASSWORD);

  assert.equal(session.getIdToken().payload.email, "jill@example.com");
  assert.equal(session.getAccessToken().payload.username, "jill");
});

test("a wrong password is refused, and for a user who does not exist it looks the same", async () => {
  const pool = await newPool();
  await newUser(pool, "jill");

  await assert.rejects(signIn(userNamed("jill", pool), "wrong"), WRONG);
  await assert.rejects(signIn(userNamed("nobody", pool), PASSWORD), WRONG);
});

test("an alias becomes the real name on the way", async () => {
  const pool = await newPool({ AliasAttributes: ["email"] });
  await newUser(pool, "jill", { email: "jill@example.com", email_verified: "true" });
  const user = userNamed("jill@example.com", pool);

  const { session } = await signIn(user, PASSWORD);

  assert.equal(user.getUsername(), "jill");
  assert.equal(session.getAccessToken().payload.username, "jill");
});

test("a temporary password is replaced", async () => {
  const pool = await newPool();
  await newUser(pool, "iris", {}, { temporary: true });
  const user = userNamed("iris", pool);
  assert.equal((await signIn(user, PASSWORD)).challenge, "newPasswordRequired");

  const { session } = await outcomeOf((callbacks) =>
    user.completeNewPasswordChallenge("An0ther-Password", {}, callbacks),
  );

  assert.equal(session.getAccessToken().payload.username, "iris");
  assert.ok((await signIn(userNamed("iris", pool), "An0ther-Password")).session);
});

test("a code comes by SMS", async () => {
  const pool = await newPool({ mfa: "ON" });
  await newUser(pool, "sam", { phone_number: "+821012345678" });
  const user = userNamed("sam", pool);
  const asked = await signIn(user, PASSWORD);
  assert.deepEqual(asked, {
    challenge: "mfaRequired",
    name: "SMS_MFA",
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: "SMS", CODE_DELIVERY_DESTINATION: "+********5678" },
  });
  const code = await sentTo("sam");
  const wrong = code === "000000" ? "000001" : "000000";
  await assert.rejects(
    outcomeOf((callbacks) => user.sendMFACode(wrong, callbacks)),
    { code: "CodeMismatchException" },
  );

  const { session } = await outcomeOf((callbacks) => user.sendMFACode(code, callbacks));

  assert.deepEqual(claimsOf(session.getAccessToken().getJwtToken()).amr, ["pwd", "sms", "mfa"]);
});

test("an app is registered on the way, where the pool requires one, and asked next time", async () => {
  const pool = await newPool({ mfa: "ON" });
  await newUser(pool, "toni");
  const user = userNamed("toni", pool);
  assert.equal((await signIn(user, PASSWORD)).challenge, "mfaSetup");
  const { secret } = await outcomeOf((callbacks) => user.associateSoftwareToken(callbacks));
  await assert.rejects(
    outcomeOf((callbacks) => user.verifySoftwareToken("12345", "phone", callbacks)),
    { code: "InvalidParameterException" },
  );

  const code = await codeOf(secret);
  assert.ok((await outcomeOf((callbacks) => user.verifySoftwareToken(code, "phone", callbacks))).session);

  await later();
  const again = userNamed("toni", pool);
  const asked = await signIn(again, PASSWORD);
  assert.equal(asked.challenge, "totpRequired");
  assert.equal(asked.parameters.FRIENDLY_DEVICE_NAME, "phone");
  const next = await codeOf(secret);
  const { session } = await outcomeOf((callbacks) => again.sendMFACode(next, callbacks, "SOFTWARE_TOKEN_MFA"));
  assert.equal(claimsOf(session.getAccessToken().getJwtToken()).acr, "urn:cognito:loa:4");
});

test("who is signed in registers an app, switches it on, and chooses among two factors", async () => {
  const pool = await newPool({ mfa: "OPTIONAL" });
  await newUser(pool, "vera", { phone_number: "+821012345678" });
  const user = userNamed("vera", pool);
  await signIn(user, PASSWORD);
  const { secret } = await outcomeOf((callbacks) => user.associateSoftwareToken(callbacks));
  const code = await codeOf(secret);
  await outcomeOf((callbacks) => user.verifySoftwareToken(code, "phone", callbacks));
  const on = { Enabled: true, PreferredMfa: false };
  await called((done) => user.setUserMfaPreference(on, on, done));

  await later();
  const again = userNamed("vera", pool);
  const asked = await signIn(again, PASSWORD);
  assert.equal(asked.challenge, "selectMFAType");
  assert.deepEqual(JSON.parse(asked.parameters.MFAS_CAN_CHOOSE), ["SMS_MFA", "SOFTWARE_TOKEN_MFA"]);
  const chosen = await outcomeOf((callbacks) => again.sendMFASelectionAnswer("SOFTWARE_TOKEN_MFA", callbacks));
  assert.equal(chosen.challenge, "totpRequired");
  const next = await codeOf(secret);
  assert.ok((await outcomeOf((callbacks) => again.sendMFACode(next, callbacks, "SOFTWARE_TOKEN_MFA"))).session);
});

test("a remembered device takes the place of the code, and refreshes go with it", async () => {
  const pool = await newPool({
    mfa: "ON",
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  });
  await newUser(pool, "dora", { phone_number: "+821012345678" });
  const storage = memory();
  const user = userNamed("dora", pool, storage);
  await signIn(user, PASSWORD);
  const first = await outcomeOf(async (callbacks) => user.sendMFACode(await sentTo("dora"), callbacks));
  assert.equal(first.mustConfirm, true);
  assert.equal(
    await new Promise((onSuccess, onFailure) => user.setDeviceStatusRemembered({ onSuccess, onFailure })),
    "SUCCESS",
  );

  const again = userNamed("dora", pool, storage);
  const { session } = await signIn(again, PASSWORD);
  assert.equal(session.getAccessToken().payload.device_key, first.session.getAccessToken().payload.device_key);
  assert.deepEqual(session.getAccessToken().payload.amr, ["pwd"]);

  const refreshed = await called((done) => again.refreshSession(session.getRefreshToken(), done));
  assert.ok(refreshed.isValid());
  await assert.rejects(
    called((done) => userNamed("dora", pool).refreshSession(session.getRefreshToken(), done)),
    { code: "NotAuthorizedException", message: "Invalid Refresh Token" },
  );

  assert.equal(await new Promise((onSuccess, onFailure) => again.forgetDevice({ onSuccess, onFailure })), "SUCCESS");
  assert.equal((await signIn(userNamed("dora", pool, storage), PASSWORD)).challenge, "mfaRequired");
});

test("a session that began by SRP is refreshed, and ended everywhere", async () => {
  const pool = await newPool();
  await newUser(pool, "rosa");
  const user = userNamed("rosa", pool);
  const { session } = await signIn(user, PASSWORD);
  const refreshed = await called((done) => user.refreshSession(session.getRefreshToken(), done));
  assert.equal(refreshed.getAccessToken().payload.username, "rosa");

  assert.equal(await new Promise((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure })), "SUCCESS");

  await assert.rejects(
    called((done) => user.refreshSession(session.getRefreshToken(), done)),
    { code: "NotAuthorizedException" },
  );
});
