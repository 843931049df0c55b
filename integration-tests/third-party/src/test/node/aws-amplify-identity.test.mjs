// AWS Amplify against the emulator's identity pools: the credentials of an application's own users and of its guests.
import test, { afterEach } from "node:test";
import assert from "node:assert/strict";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { Amplify } from "aws-amplify";
import { fetchAuthSession, signIn, signOut } from "aws-amplify/auth";
import { sts } from "./aws.mjs";
import { fixture } from "./fixture.mjs";
import { PASSWORD, newUser } from "./sign-in.mjs";

/** Has Amplify use this identity pool, with the configured user pool. */
function begin(identityPoolId = fixture.identityPoolId, userPoolClientId = fixture.clientId) {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: fixture.userPoolId,
        userPoolClientId,
        userPoolEndpoint: fixture.endpoint,
        identityPoolId,
        identityPoolEndpoint: fixture.endpoint,
        allowGuestAccess: true,
      },
    },
  });
}

const alice = () => signIn({ username: "alice", password: "Alice-Passw0rd" });
const arnOf = async ({ credentials }) => (await sts(credentials).send(new GetCallerIdentityCommand({}))).Arn;
const session = (role) => `arn:aws:sts::123456789012:assumed-role/${role}/CognitoIdentityCredentials`;

afterEach(() => signOut());

test("a guest has credentials of the role for guests", async () => {
  begin();

  const guest = await fetchAuthSession();

  assert.equal(guest.tokens, undefined);
  assert.match(guest.credentials.accessKeyId, /^ASIA/);
  assert.ok(guest.credentials.expiration > new Date());
  assert.equal(await arnOf(guest), session("Guests"));
});

test("a guest keeps the identity, new credentials or not", async () => {
  begin();
  const first = await fetchAuthSession();

  const second = await fetchAuthSession({ forceRefresh: true });

  assert.equal(second.identityId, first.identityId);
  assert.notEqual(second.credentials.accessKeyId, first.credentials.accessKeyId);
});

for (const [username, password, role] of [
  ["alice", "Alice-Passw0rd", "Users"],
  ["admin", "Admin-Passw0rd", "Admins"],
]) {
  test(`${username} has credentials of ${role}, as the token's groups say`, async () => {
    begin();
    await signIn({ username, password });

    assert.equal(await arnOf(await fetchAuthSession()), session(role));
  });
}

test("a user has one identity, however often they sign in", async () => {
  begin();
  await alice();
  const { identityId } = await fetchAuthSession();
  await signOut();

  await alice();

  assert.equal((await fetchAuthSession()).identityId, identityId);
});

test("a guest who signs in for the first time keeps the identity", async () => {
  begin();
  await newUser(fixture, "nora");
  const guest = await fetchAuthSession();

  await signIn({ username: "nora", password: PASSWORD });

  const user = await fetchAuthSession();
  assert.equal(user.identityId, guest.identityId);
  assert.equal(await arnOf(user), session("Users"));
});

test("a guest who signs in as a user who has an identity gets that one", async () => {
  begin();
  await alice();
  const { identityId } = await fetchAuthSession();
  await signOut();
  const guest = await fetchAuthSession();
  assert.notEqual(guest.identityId, identityId);

  await alice();

  assert.equal((await fetchAuthSession()).identityId, identityId);
});

test("who signs out is another guest", async () => {
  begin();
  await alice();
  const user = await fetchAuthSession();
  await signOut();

  const guest = await fetchAuthSession();

  assert.notEqual(guest.identityId, user.identityId);
  assert.equal(await arnOf(guest), session("Guests"));
});

test("a guest is refused where none are allowed, a user is not", async () => {
  begin(fixture.strictIdentityPoolId);
  await assert.rejects(fetchAuthSession(), {
    name: "NotAuthorizedException",
    message: "Unauthenticated access is not supported for this identity pool.",
  });

  await alice();

  assert.equal(await arnOf(await fetchAuthSession()), session("Users"));
});

test("the token of a client that the pool does not know is refused", async () => {
  begin(fixture.strictIdentityPoolId, "other");
  await alice();

  await assert.rejects(fetchAuthSession(), {
    name: "NotAuthorizedException",
    message: "Token is not from a supported provider of this identity pool.",
  });
});

test("a role that does not trust the pool is refused, for users and for guests", async () => {
  const refusal = {
    name: "InvalidIdentityPoolConfigurationException",
    message: "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
  };
  begin(fixture.distrustedIdentityPoolId);
  await assert.rejects(fetchAuthSession(), refusal);

  await alice();

  await assert.rejects(fetchAuthSession(), refusal);
});
