// @aws-sdk's clients and credential providers against the emulator's identity pool and STS.
import test from "node:test";
import assert from "node:assert/strict";
import * as identity from "@aws-sdk/client-cognito-identity";
import { InitiateAuthCommand, ListUserPoolsCommand } from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { fromCognitoIdentity, fromCognitoIdentityPool, fromWebToken } from "@aws-sdk/credential-providers";
import { clientConfig, identityPools, refused, sts, userPools } from "./aws.mjs";
import { fixture } from "./fixture.mjs";

const { identityPoolId: IdentityPoolId, userPoolId } = fixture;
const PROVIDER = `cognito-idp.${fixture.region}.amazonaws.com/${userPoolId}`;
const service = identityPools();

const idTokenOf = async (username, password, ClientId = fixture.clientId) =>
  (
    await userPools().send(
      new InitiateAuthCommand({
        AuthFlow: "USER_PASSWORD_AUTH",
        ClientId,
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    )
  ).AuthenticationResult.IdToken;
const alice = async (clientId) => ({ [PROVIDER]: await idTokenOf("alice", "Alice-Passw0rd", clientId) });
const admin = async () => ({ [PROVIDER]: await idTokenOf("admin", "Admin-Passw0rd") });
const idOf = async (Logins, pool = IdentityPoolId) =>
  (await service.send(new identity.GetIdCommand({ IdentityPoolId: pool, Logins }))).IdentityId;

test("a user has one identity, others have another", async () => {
  const ids = [await idOf(await alice()), await idOf(await alice()), await idOf(await admin())];

  assert.match(ids[0], /^eu-west-1:[0-9a-f-]{36}$/);
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[0], ids[2]);
});

test("the caller's own credentials, by the client", async () => {
  const Logins = await alice();
  const IdentityId = await idOf(Logins);

  const { Credentials } = await service.send(new identity.GetCredentialsForIdentityCommand({ IdentityId, Logins }));

  assert.match(Credentials.AccessKeyId, /^ASIA/);
  assert.ok(Credentials.Expiration instanceof Date);
  assert.ok(Credentials.Expiration > new Date());
  const caller = await sts({
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretKey,
    sessionToken: Credentials.SessionToken,
  }).send(new GetCallerIdentityCommand({}));
  assert.equal(caller.Arn, "arn:aws:sts::123456789012:assumed-role/Users/CognitoIdentityCredentials");
  assert.equal(caller.Account, "123456789012");
});

for (const [who, logins, role] of [["Alice", alice, "Users"], ["an administrator", admin, "Admins"]]) {
  test(`fromCognitoIdentityPool with logins: ${who} is ${role}`, async () => {
    const provider = fromCognitoIdentityPool({
      identityPoolId: IdentityPoolId,
      logins: await logins(),
      clientConfig,
    });

    const credentials = await provider();
    const caller = await sts(credentials).send(new GetCallerIdentityCommand({}));

    assert.equal(credentials.identityId, await idOf(await logins()));
    assert.equal(caller.Arn, `arn:aws:sts::123456789012:assumed-role/${role}/CognitoIdentityCredentials`);
  });
}

test("fromCognitoIdentityPool asks for the login anew when it is a function", async () => {
  let asked = 0;
  const provider = fromCognitoIdentityPool({
    identityPoolId: IdentityPoolId,
    logins: {
      [PROVIDER]: async () => {
        asked += 1;
        return idTokenOf("alice", "Alice-Passw0rd");
      },
    },
    clientConfig,
  });

  assert.equal((await provider()).identityId, (await provider()).identityId);
  assert.ok(asked > 0);
});

test("fromCognitoIdentityPool as guest", async () => {
  const provider = fromCognitoIdentityPool({ identityPoolId: IdentityPoolId, clientConfig });

  const caller = await sts(await provider()).send(new GetCallerIdentityCommand({}));

  assert.equal(caller.Arn, "arn:aws:sts::123456789012:assumed-role/Guests/CognitoIdentityCredentials");
});

test("fromCognitoIdentity with an identity that is known", async () => {
  const logins = await alice();
  const identityId = await idOf(logins);

  const credentials = await fromCognitoIdentity({ identityId, logins, clientConfig })();

  assert.equal(credentials.identityId, identityId);
});

test("a role of the token's own may be chosen, another may not", async () => {
  const logins = await admin();
  const choose = (role) =>
    fromCognitoIdentityPool({
      identityPoolId: IdentityPoolId,
      logins,
      customRoleArn: `arn:aws:iam::123456789012:role/${role}`,
      clientConfig,
    })();

  const caller = await sts(await choose("Users")).send(new GetCallerIdentityCommand({}));

  assert.match(caller.Arn, /assumed-role\/Users\//);
  await refused(identity.NotAuthorizedException, choose("Owners"));
});

test("fromWebToken: an OpenID token buys the credentials of a role", async () => {
  const Logins = await alice();
  const IdentityId = await idOf(Logins, fixture.strictIdentityPoolId); // has no role mapping, which the classic flow minds
  const { Token } = await service.send(new identity.GetOpenIdTokenCommand({ IdentityId, Logins }));
  const provider = fromWebToken({
    roleArn: "arn:aws:iam::123456789012:role/Users",
    webIdentityToken: Token,
    roleSessionName: "alice",
    clientConfig,
  });

  const caller = await sts(await provider()).send(new GetCallerIdentityCommand({}));

  assert.equal(caller.Arn, "arn:aws:sts::123456789012:assumed-role/Users/alice");
});

test("fromWebToken: a token that is none is refused by STS", async () => {
  const provider = fromWebToken({
    roleArn: "arn:aws:iam::123456789012:role/Users",
    webIdentityToken: "not.a.token",
    clientConfig,
  });

  await assert.rejects(provider(), (error) => {
    assert.equal(error.name, "InvalidIdentityTokenException");
    assert.equal(error.$metadata.httpStatusCode, 400);
    assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
    return true;
  });
});

test("a guest is refused where none are allowed", async () => {
  const error = await refused(identity.NotAuthorizedException, idOf(undefined, fixture.strictIdentityPoolId));

  assert.equal(error.message, "Unauthenticated access is not supported for this identity pool.");
});

test("the ID token of a client that the pool does not know is refused", async () => {
  const error = await refused(identity.NotAuthorizedException, idOf(await alice("other")));

  assert.equal(error.message, "Token is not from a supported provider of this identity pool.");
});

test("a forged login is refused", async () => {
  const [head, payload, signature] = Object.values(await alice())[0].split(".");
  const forged = [head, payload, signature.split("").reverse().join("")].join(".");

  await refused(identity.NotAuthorizedException, idOf({ [PROVIDER]: forged }));
});

test("another's identity does not go with one's own login", async () => {
  const Logins = await alice();
  const IdentityId = await idOf(await admin());

  await refused(
    identity.NotAuthorizedException,
    service.send(new identity.GetCredentialsForIdentityCommand({ IdentityId, Logins })),
  );
});

test("an identity pool that is not there is a typed exception with status and request id", async () => {
  const error = await refused(
    identity.ResourceNotFoundException,
    idOf(undefined, "eu-west-1:00000000-0000-4000-8000-000000000000"),
  );

  assert.equal(error.$metadata.httpStatusCode, 400);
  assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
});

test("pages of identity pools, by the SDK's paginator", async () => {
  const ids = [];
  for await (const page of identity.paginateListIdentityPools({ client: service, pageSize: 1 }, {})) {
    ids.push(...page.IdentityPools.map((pool) => pool.IdentityPoolId));
  }
  assert.equal(ids.length, new Set(ids).size);
  assert.deepEqual(ids.sort(), [
    IdentityPoolId,
    fixture.strictIdentityPoolId,
    fixture.classicIdentityPoolId,
    fixture.enhancedIdentityPoolId,
    fixture.distrustedIdentityPoolId,
  ]);
});

test("credentials of a caller do not administrate user pools", async () => {
  const credentials = await fromCognitoIdentityPool({
    identityPoolId: IdentityPoolId,
    logins: await alice(),
    clientConfig,
  })();

  await assert.rejects(
    userPools(credentials).send(new ListUserPoolsCommand({ MaxResults: 1 })),
    (error) => error.name === "AccessDeniedException",
  );
});

test("credentials without their session token are nobody's", async () => {
  const { accessKeyId, secretAccessKey } = await fromCognitoIdentityPool({
    identityPoolId: IdentityPoolId,
    clientConfig,
  })();

  await assert.rejects(
    sts({ accessKeyId, secretAccessKey }).send(new GetCallerIdentityCommand({})),
    (error) => error.name === "InvalidClientTokenId" && error.$metadata.httpStatusCode === 403,
  );
});
