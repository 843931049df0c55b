// What @aws-sdk/credential-providers get and what they are refused: by identity pools, and by STS for OpenID tokens.
import test, { afterEach } from "node:test";
import assert from "node:assert/strict";
import * as identity from "@aws-sdk/client-cognito-identity";
import { InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { fromCognitoIdentity, fromCognitoIdentityPool, fromWebToken } from "@aws-sdk/credential-providers";
import { claimsOf, clientConfig, identityPools, refused, sts, userPools } from "./aws.mjs";
import { fixture } from "./fixture.mjs";
import { elapse, now } from "./sign-in.mjs";

const USER_POOL = `cognito-idp.${fixture.region}.amazonaws.com/${fixture.userPoolId}`;
const OWN = "cognito-identity.amazonaws.com";
const DEVELOPER = "login.photos.example";
const UNSUPPORTED = "Token is not from a supported provider of this identity pool.";
const service = identityPools();

const roleArn = (role) => `arn:aws:iam::123456789012:role/${role}`;
const alice = async (ClientId = fixture.clientId) => {
  const { AuthenticationResult } = await userPools().send(
    new InitiateAuthCommand({
      AuthFlow: "USER_PASSWORD_AUTH",
      ClientId,
      AuthParameters: { USERNAME: "alice", PASSWORD: "Alice-Passw0rd" },
    }),
  );
  return { [USER_POOL]: AuthenticationResult.IdToken };
};
const inPool = (identityPoolId, logins, others = {}) =>
  fromCognitoIdentityPool({ identityPoolId, logins, clientConfig, ...others });
const roleOf = async (credentials) =>
  (await sts(credentials).send(new GetCallerIdentityCommand({}))).Arn.split("assumed-role/")[1];

/** The first half of the classic flow: a token of the identity service. */
async function openIdToken(Logins, IdentityPoolId = fixture.classicIdentityPoolId) {
  const { IdentityId } = await service.send(new identity.GetIdCommand({ IdentityPoolId, Logins }));
  return (await service.send(new identity.GetOpenIdTokenCommand({ IdentityId, Logins }))).Token;
}

/** The second half, by STS. */
const webToken = (webIdentityToken, role, others = {}) =>
  fromWebToken({ roleArn: roleArn(role), webIdentityToken, roleSessionName: "test", clientConfig, ...others });

afterEach(now);

test("fromCognitoIdentityPool: a guest is refused where none are allowed", async () => {
  const error = await refused(identity.NotAuthorizedException, inPool(fixture.strictIdentityPoolId)());

  assert.equal(error.message, "Unauthenticated access is not supported for this identity pool.");
});

test("fromCognitoIdentityPool: the token of a client that the pool does not know is refused", async () => {
  const error = await refused(
    identity.NotAuthorizedException,
    inPool(fixture.identityPoolId, await alice("other"))(),
  );

  assert.equal(error.message, UNSUPPORTED);
});

test("fromCognitoIdentityPool: a token that has expired is refused", async () => {
  const logins = await alice();
  await elapse("PT61M");

  const error = await refused(identity.NotAuthorizedException, inPool(fixture.identityPoolId, logins)());

  assert.match(error.message, /^Invalid login token\. Token expired: \d+ >= \d+$/);
});

for (const [who, logins] of [["users", alice], ["guests", async () => undefined]]) {
  test(`fromCognitoIdentityPool: a role that does not trust the pool's ${who} is refused`, async () => {
    const error = await refused(
      identity.InvalidIdentityPoolConfigurationException,
      inPool(fixture.distrustedIdentityPoolId, await logins())(),
    );

    assert.equal(
      error.message,
      "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
    );
  });
}

test("fromCognitoIdentity: a guest does not get at the identity of a user", async () => {
  const { identityId } = await inPool(fixture.identityPoolId, await alice())();

  const error = await refused(
    identity.NotAuthorizedException,
    fromCognitoIdentity({ identityId, clientConfig })(),
  );

  assert.equal(error.message, `Access to Identity '${identityId}' is forbidden.`);
});

test("fromCognitoIdentity: the developer's token buys credentials of that identity", async () => {
  const { IdentityId, Token } = await service.send(
    new identity.GetOpenIdTokenForDeveloperIdentityCommand({
      IdentityPoolId: fixture.classicIdentityPoolId,
      Logins: { [DEVELOPER]: "carol" },
    }),
  );

  const credentials = await fromCognitoIdentity({
    identityId: IdentityId,
    logins: { [OWN]: Token },
    clientConfig,
  })();

  assert.equal(credentials.identityId, IdentityId);
  assert.equal(await roleOf(credentials), "Users/CognitoIdentityCredentials");
});

test("fromWebToken: a user's and a guest's token buy credentials of the roles that trust them", async () => {
  const user = webToken(await openIdToken(await alice()), "Users");
  const guest = webToken(await openIdToken(), "Guests");

  assert.equal(await roleOf(await user()), "Users/test");
  assert.equal(await roleOf(await guest()), "Guests/test");
});

test("fromWebToken: the developer's token buys them too, named after who it is", async () => {
  const { Token } = await service.send(
    new identity.GetOpenIdTokenForDeveloperIdentityCommand({
      IdentityPoolId: fixture.classicIdentityPoolId,
      Logins: { [DEVELOPER]: "dora" },
    }),
  );

  assert.ok(claimsOf(Token).amr.includes(DEVELOPER));
  assert.equal(await roleOf(await webToken(Token, "Users")()), "Users/test");
});

test("fromWebToken: credentials last as long as asked, and not longer than the role may", async () => {
  const token = await openIdToken(await alice());

  const { expiration } = await webToken(token, "Users", { durationSeconds: 900 })();

  assert.ok(expiration - Date.now() <= 900_000);
  await rejectedBySts(
    webToken(token, "Users", { durationSeconds: 7200 }),
    "ValidationError",
    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
  );
});

for (const [what, logins, role] of [
  ["a role that trusts another pool", alice, "Strangers"],
  ["a role that there is not", alice, "Nobody"],
  ["the role of users for a guest", async () => undefined, "Users"],
  ["the role of guests for a user", alice, "Guests"],
]) {
  test(`fromWebToken: ${what} is refused`, async () => {
    const token = await openIdToken(await logins());

    await rejectedBySts(
      webToken(token, role),
      "AccessDenied",
      "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    );
  });
}

test("fromWebToken: an OpenID token is good for ten minutes", async () => {
  const token = await openIdToken(await alice());
  await elapse("PT9M");
  assert.match((await webToken(token, "Users")()).accessKeyId, /^ASIA/);

  await elapse("PT1M");

  await rejectedBySts(webToken(token, "Users"), "ExpiredTokenException", /^Token expired: current date\/time \d+/);
});

test("fromWebToken: the ID token of a user pool is no token of the identity service", async () => {
  const idToken = (await alice())[USER_POOL];

  await rejectedBySts(
    webToken(idToken, "Users"),
    "InvalidIdentityTokenException",
    /^No OpenIDConnect provider found in your account for https:/,
  );
});

test("fromWebToken: a token that somebody changed is refused", async () => {
  const [head, payload, signature] = (await openIdToken(await alice())).split(".");
  const claims = { ...claimsOf(`${head}.${payload}.`), aud: "eu-west-1:c0911170-ee00-4000-8000-000000000099" };
  const changed = [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");

  await rejectedBySts(webToken(changed, "Strangers"), "InvalidIdentityTokenException", "Token signature invalid");
});

for (const [why, pool, message] of [
  ["has it switched off", "enhancedIdentityPoolId", "Basic (classic) flow is not enabled, please use enhanced flow."],
  [
    "maps roles",
    "identityPoolId",
    "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.",
  ],
]) {
  test(`the classic flow is refused by a pool that ${why}, the enhanced flow is not`, async () => {
    const logins = await alice();

    const error = await refused(identity.InvalidParameterException, openIdToken(logins, fixture[pool]));

    assert.equal(error.message, message);
    assert.equal(await roleOf(await inPool(fixture[pool], logins)()), "Users/CognitoIdentityCredentials");
  });
}

async function rejectedBySts(provider, name, message) {
  await assert.rejects(provider(), (error) => {
    assert.equal(error.name, name);
    message instanceof RegExp ? assert.match(error.message, message) : assert.equal(error.message, message);
    return true;
  });
}
