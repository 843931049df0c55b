// amazon-cognito-identity-js, the client of older web applications, against the emulator's user pool.
import test from "node:test";
import assert from "node:assert/strict";
import cognito from "amazon-cognito-identity-js";
import { AdminCreateUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { sentTo, userPools } from "./aws.mjs";
import { fixture } from "./fixture.mjs";

const { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } = cognito;
const PASSWORD = "Correct-H0rse";

function memory() {
  const items = new Map();
  return {
    setItem: (key, value) => items.set(key, value),
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
  };
}

function userNamed(Username) {
  const Storage = memory();
  const Pool = new CognitoUserPool({
    UserPoolId: fixture.userPoolId,
    ClientId: fixture.clientId,
    endpoint: fixture.endpoint,
    Storage,
  });
  const user = new CognitoUser({ Username, Pool, Storage });
  user.setAuthenticationFlowType("USER_PASSWORD_AUTH");
  return { user, Pool };
}

const called = (call) =>
  new Promise((resolve, reject) => call((error, result) => (error ? reject(error) : resolve(result))));

const signIn = (user, Password) =>
  new Promise((onSuccess, onFailure) =>
    user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password }), {
      onSuccess,
      onFailure,
      newPasswordRequired: (attributes) => onSuccess({ challenge: "NEW_PASSWORD_REQUIRED", attributes }),
    }),
  );

test("sign-up, confirmation and sign-in", async () => {
  const { user, Pool } = userNamed("jill");
  const email = new CognitoUserAttribute({ Name: "email", Value: "jill@example.com" });
  const signUp = await called((done) => Pool.signUp("jill", PASSWORD, [email], null, done));
  assert.equal(signUp.userConfirmed, false);
  assert.equal(await called(async (done) => user.confirmRegistration(await sentTo("jill"), true, done)), "SUCCESS");

  const session = await signIn(user, PASSWORD);

  assert.ok(session.isValid());
  assert.equal(session.getIdToken().payload.email, "jill@example.com");
  assert.equal(session.getAccessToken().payload.sub, signUp.userSub);
});

test("the session is refreshed", async () => {
  const { user } = userNamed("alice");
  const first = await signIn(user, "Alice-Passw0rd");

  const second = await called((done) => user.refreshSession(first.getRefreshToken(), done));

  assert.ok(second.isValid());
  assert.notEqual(second.getAccessToken().getJwtToken(), first.getAccessToken().getJwtToken());
  assert.equal(second.getAccessToken().payload.username, "alice");
});

test("attributes are read and changed", async () => {
  const { user } = userNamed("alice");
  await signIn(user, "Alice-Passw0rd");
  const nickname = new CognitoUserAttribute({ Name: "nickname", Value: "Al" });

  assert.equal(await called((done) => user.updateAttributes([nickname], done)), "SUCCESS");

  const attributes = await called((done) => user.getUserAttributes(done));
  assert.equal(attributes.find((attribute) => attribute.getName() === "nickname").getValue(), "Al");
});

test("a temporary password is replaced", async () => {
  await userPools().send(
    new AdminCreateUserCommand({
      UserPoolId: fixture.userPoolId,
      Username: "iris",
      TemporaryPassword: "First-Passw0rd",
    }),
  );
  const { user } = userNamed("iris");
  assert.equal((await signIn(user, "First-Passw0rd")).challenge, "NEW_PASSWORD_REQUIRED");

  const session = await new Promise((onSuccess, onFailure) =>
    user.completeNewPasswordChallenge(PASSWORD, {}, { onSuccess, onFailure }),
  );

  assert.equal(session.getAccessToken().payload.username, "iris");
});

test("a global sign-out ends the session", async () => {
  const { user } = userNamed("admin");
  const session = await signIn(user, "Admin-Passw0rd");

  assert.equal(
    await new Promise((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure })),
    "SUCCESS",
  );

  await assert.rejects(
    called((done) => user.refreshSession(session.getRefreshToken(), done)),
    { code: "NotAuthorizedException" },
  );
});

test("a wrong password has a code and a name", async () => {
  await assert.rejects(signIn(userNamed("alice").user, "wrong"), {
    code: "NotAuthorizedException",
    name: "NotAuthorizedException",
    message: "Incorrect username or password.",
  });
});
