// @aws-sdk/client-cognito-identity-provider against the emulator's user pool.
import test from "node:test";
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import * as idp from "@aws-sdk/client-cognito-identity-provider";
import { claimsOf, refused, sentTo, userPools } from "./aws.mjs";
import { fixture } from "./fixture.mjs";

const { userPoolId: UserPoolId, clientId: ClientId } = fixture;
const PASSWORD = "Correct-H0rse";
const anyone = userPools();
const admin = userPools();

const signInTo = (clientId, username, password, more = {}) =>
  anyone.send(
    new idp.InitiateAuthCommand({
      AuthFlow: "USER_PASSWORD_AUTH",
      ClientId: clientId,
      AuthParameters: { USERNAME: username, PASSWORD: password, ...more },
    }),
  );
const signIn = (username, password) => signInTo(ClientId, username, password);

async function newUser(Username, groups = []) {
  await admin.send(
    new idp.AdminCreateUserCommand({
      UserPoolId,
      Username,
      MessageAction: "SUPPRESS",
      UserAttributes: [{ Name: "email", Value: `${Username}@example.com` }],
    }),
  );
  await admin.send(
    new idp.AdminSetUserPasswordCommand({ UserPoolId, Username, Password: PASSWORD, Permanent: true }),
  );
  for (const GroupName of groups) {
    await admin.send(new idp.AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
  }
}

async function verify(token, tokenUse, clientId = ClientId) {
  const keys = await fetch(`${fixture.endpoint}/${UserPoolId}/.well-known/jwks.json`);
  const verifier = CognitoJwtVerifier.create({ userPoolId: UserPoolId, clientId, tokenUse });
  verifier.cacheJwks(await keys.json());
  return verifier.verifySync(token);
}

test("sign-up, the code from the outbox, confirmation, sign-in", async () => {
  const Username = "sally";
  const signUp = await anyone.send(
    new idp.SignUpCommand({
      ClientId,
      Username,
      Password: PASSWORD,
      UserAttributes: [{ Name: "email", Value: "sally@example.com" }],
    }),
  );
  assert.equal(signUp.UserConfirmed, false);
  assert.equal(signUp.CodeDeliveryDetails.DeliveryMedium, "EMAIL");
  await refused(idp.UserNotConfirmedException, signIn(Username, PASSWORD));
  await refused(
    idp.CodeMismatchException,
    anyone.send(new idp.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: "000000" })),
  );

  await anyone.send(
    new idp.ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: await sentTo(Username) }),
  );

  const { AuthenticationResult: tokens } = await signIn(Username, PASSWORD);
  assert.equal(tokens.TokenType, "Bearer");
  assert.equal(tokens.ExpiresIn, 3600);
  assert.equal(claimsOf(tokens.IdToken).sub, signUp.UserSub);
});

test("tokens of a sign-in hold before AWS's verifier", async () => {
  const { AuthenticationResult: tokens } = await signIn("alice", "Alice-Passw0rd");

  const access = await verify(tokens.AccessToken, "access");
  const id = await verify(tokens.IdToken, "id");

  assert.equal(access.username, "alice");
  assert.deepEqual(access["cognito:groups"], ["users"]);
  assert.equal(id["cognito:username"], "alice");
  assert.equal(id.email, "alice@example.com");
  assert.equal(id.origin_jti, access.origin_jti);
});

test("REFRESH_TOKEN_AUTH gives tokens that hold", async () => {
  const { AuthenticationResult: first } = await signIn("alice", "Alice-Passw0rd");

  const { AuthenticationResult: second } = await anyone.send(
    new idp.InitiateAuthCommand({
      AuthFlow: "REFRESH_TOKEN_AUTH",
      ClientId,
      AuthParameters: { REFRESH_TOKEN: first.RefreshToken },
    }),
  );

  assert.equal(second.RefreshToken, undefined);
  const claims = await verify(second.AccessToken, "access");
  assert.equal(claims.origin_jti, claimsOf(first.AccessToken).origin_jti);
  assert.notEqual(claims.jti, claimsOf(first.AccessToken).jti);
});

test("GetTokensFromRefreshToken does so too", async () => {
  const { AuthenticationResult: first } = await signIn("alice", "Alice-Passw0rd");

  const { AuthenticationResult: second } = await anyone.send(
    new idp.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken: first.RefreshToken }),
  );

  assert.equal((await verify(second.IdToken, "id"))["cognito:username"], "alice");
});

test("a revoked refresh token gives no more", async () => {
  const { AuthenticationResult: tokens } = await signIn("alice", "Alice-Passw0rd");

  await anyone.send(new idp.RevokeTokenCommand({ ClientId, Token: tokens.RefreshToken }));

  const error = await refused(
    idp.NotAuthorizedException,
    anyone.send(new idp.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken: tokens.RefreshToken })),
  );
  assert.equal(error.message, "Refresh Token has been revoked");
});

test("a temporary password must be replaced", async () => {
  const Username = "nora";
  await admin.send(
    new idp.AdminCreateUserCommand({ UserPoolId, Username, TemporaryPassword: "First-Passw0rd" }),
  );
  const challenge = await signIn(Username, "First-Passw0rd");
  assert.equal(challenge.ChallengeName, "NEW_PASSWORD_REQUIRED");
  assert.equal(challenge.AuthenticationResult, undefined);
  const answer = (NEW_PASSWORD) =>
    anyone.send(
      new idp.RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: challenge.ChallengeName,
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD },
      }),
    );
  await refused(idp.InvalidPasswordException, answer("short"));

  const { AuthenticationResult: tokens } = await answer(PASSWORD);

  assert.equal((await verify(tokens.AccessToken, "access")).username, Username);
});

test("an invitation comes with a temporary password by mail", async () => {
  const Username = "ivan";
  await admin.send(
    new idp.AdminCreateUserCommand({
      UserPoolId,
      Username,
      UserAttributes: [{ Name: "email", Value: "ivan@example.com" }],
      DesiredDeliveryMediums: ["EMAIL"],
    }),
  );

  const challenge = await signIn(Username, await sentTo(Username));

  assert.equal(challenge.ChallengeName, "NEW_PASSWORD_REQUIRED");
});

test("a forgotten password is set anew by the code from the outbox", async () => {
  await newUser("fred");
  await admin.send(
    new idp.AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username: "fred",
      UserAttributes: [{ Name: "email_verified", Value: "true" }],
    }),
  );
  const { CodeDeliveryDetails } = await anyone.send(
    new idp.ForgotPasswordCommand({ ClientId, Username: "fred" }),
  );
  assert.equal(CodeDeliveryDetails.AttributeName, "email");

  await anyone.send(
    new idp.ConfirmForgotPasswordCommand({
      ClientId,
      Username: "fred",
      Password: "An0ther-Password",
      ConfirmationCode: await sentTo("fred"),
    }),
  );

  await refused(idp.NotAuthorizedException, signIn("fred", PASSWORD));
  assert.ok((await signIn("fred", "An0ther-Password")).AuthenticationResult.AccessToken);
});

test("groups are made, joined, listed, left, and stand in the next tokens", async () => {
  const GroupName = "editors";
  const { Group } = await admin.send(
    new idp.CreateGroupCommand({ UserPoolId, GroupName, Precedence: 0, Description: "They edit" }),
  );
  assert.ok(Group.CreationDate instanceof Date);
  await newUser("gina", ["users", GroupName]);
  const listed = await admin.send(new idp.AdminListGroupsForUserCommand({ UserPoolId, Username: "gina" }));
  assert.deepEqual(listed.Groups.map((group) => group.GroupName).sort(), [GroupName, "users"]);
  const members = await admin.send(new idp.ListUsersInGroupCommand({ UserPoolId, GroupName }));
  assert.deepEqual(members.Users.map((user) => user.Username), ["gina"]);
  const groupsNow = async () =>
    claimsOf((await signIn("gina", PASSWORD)).AuthenticationResult.AccessToken)["cognito:groups"];
  assert.deepEqual((await groupsNow()).sort(), [GroupName, "users"]);

  await admin.send(new idp.AdminRemoveUserFromGroupCommand({ UserPoolId, Username: "gina", GroupName }));

  assert.deepEqual(await groupsNow(), ["users"]);
  await refused(idp.GroupExistsException, admin.send(new idp.CreateGroupCommand({ UserPoolId, GroupName: "users" })));
});

test("pages of users, by the SDK's paginator", async () => {
  for (const name of ["page1", "page2", "page3"]) {
    await newUser(name);
  }
  const names = [];
  const pages = idp.paginateListUsers({ client: admin, pageSize: 2 }, { UserPoolId, Filter: 'username ^= "page"' });
  for await (const page of pages) {
    assert.ok(page.Users.length <= 2);
    names.push(...page.Users.map((user) => user.Username));
  }
  assert.deepEqual(names.sort(), ["page1", "page2", "page3"]);
});

test("users read and change what is theirs by their access token", async () => {
  await newUser("paul");
  const { AccessToken } = (await signIn("paul", PASSWORD)).AuthenticationResult;
  const before = await anyone.send(new idp.GetUserCommand({ AccessToken }));
  assert.equal(before.Username, "paul");

  await anyone.send(
    new idp.UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name: "name", Value: "Paul" }] }),
  );
  await anyone.send(
    new idp.ChangePasswordCommand({
      AccessToken,
      PreviousPassword: PASSWORD,
      ProposedPassword: "An0ther-Password",
    }),
  );

  const after = await anyone.send(new idp.GetUserCommand({ AccessToken }));
  assert.equal(after.UserAttributes.find(({ Name }) => Name === "name").Value, "Paul");
  await refused(idp.NotAuthorizedException, signIn("paul", PASSWORD));
});

test("a global sign-out ends the access token's rights and the refresh token", async () => {
  await newUser("otto");
  const { AuthenticationResult: tokens } = await signIn("otto", PASSWORD);

  await anyone.send(new idp.GlobalSignOutCommand({ AccessToken: tokens.AccessToken }));

  const error = await refused(
    idp.NotAuthorizedException,
    anyone.send(new idp.GetUserCommand({ AccessToken: tokens.AccessToken })),
  );
  assert.equal(error.message, "Access Token has been revoked");
  await refused(
    idp.NotAuthorizedException,
    anyone.send(new idp.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken: tokens.RefreshToken })),
  );
});

test("a disabled user is refused, an enabled one is not", async () => {
  await newUser("dora");
  await admin.send(new idp.AdminDisableUserCommand({ UserPoolId, Username: "dora" }));
  const error = await refused(idp.NotAuthorizedException, signIn("dora", PASSWORD));
  assert.equal(error.message, "User is disabled.");

  await admin.send(new idp.AdminEnableUserCommand({ UserPoolId, Username: "dora" }));

  assert.ok((await signIn("dora", PASSWORD)).AuthenticationResult);
});

test("a client's secret is asked for, and its tokens hold for it alone", async () => {
  const { confidentialClientId: id, confidentialClientSecret: secret } = fixture;
  const SECRET_HASH = createHmac("sha256", secret).update(`alice${id}`).digest("base64");
  await refused(idp.NotAuthorizedException, signInTo(id, "alice", "Alice-Passw0rd"));
  await refused(idp.NotAuthorizedException, signInTo(id, "alice", "Alice-Passw0rd", { SECRET_HASH: "AAAA" }));

  const { AuthenticationResult: tokens } = await signInTo(id, "alice", "Alice-Passw0rd", { SECRET_HASH });

  assert.equal((await verify(tokens.AccessToken, "access", id)).client_id, id);
  await assert.rejects(verify(tokens.AccessToken, "access"), { name: "Error", message: /Client ID not allowed/ });
});

test("a flow that the client does not allow is refused", async () => {
  const error = await refused(
    idp.InvalidParameterException,
    signInTo(fixture.passwordlessClientId, "alice", "Alice-Passw0rd"),
  );
  assert.equal(error.message, "USER_PASSWORD_AUTH flow not enabled for this client");
});

test("a machine's token holds before AWS's verifier", async () => {
  await admin.send(
    new idp.CreateResourceServerCommand({
      UserPoolId,
      Identifier: "orders",
      Name: "Orders",
      Scopes: [{ ScopeName: "read", ScopeDescription: "Read orders" }],
    }),
  );
  const { UserPoolClient: machine } = await admin.send(
    new idp.CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: "machine",
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["client_credentials"],
      AllowedOAuthScopes: ["orders/read"],
    }),
  );
  const answer = await fetch(`${fixture.endpoint}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: machine.ClientId,
      client_secret: machine.ClientSecret,
    }),
  });

  const claims = await verify((await answer.json()).access_token, "access", machine.ClientId);

  assert.equal(claims.scope, "orders/read");
  assert.equal(claims.username, undefined);
});

test("an error is a typed exception with status and request id", async () => {
  const error = await refused(idp.NotAuthorizedException, signIn("alice", "wrong"));

  assert.equal(error.message, "Incorrect username or password.");
  assert.equal(error.$fault, "client");
  assert.equal(error.$metadata.httpStatusCode, 400);
  assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
  assert.ok(error instanceof idp.CognitoIdentityProviderServiceException);
});

test("an answer carries a request id too", async () => {
  const { $metadata } = await admin.send(new idp.DescribeUserPoolCommand({ UserPoolId }));

  assert.equal($metadata.httpStatusCode, 200);
  assert.match($metadata.requestId, /^[0-9a-f-]{36}$/);
});

const ERRORS = [
  ["a user pool that is not there", idp.ResourceNotFoundException,
    () => admin.send(new idp.DescribeUserPoolCommand({ UserPoolId: "eu-west-1_Nowhere00" }))],
  ["a user who is not there", idp.UserNotFoundException,
    () => admin.send(new idp.AdminGetUserCommand({ UserPoolId, Username: "nobody" }))],
  ["a user name that is taken", idp.UsernameExistsException,
    () => anyone.send(new idp.SignUpCommand({ ClientId, Username: "alice", Password: PASSWORD }))],
  ["a password against the policy", idp.InvalidPasswordException,
    () => anyone.send(new idp.SignUpCommand({ ClientId, Username: "weak", Password: "password" }))],
  ["an access token that is no token", idp.NotAuthorizedException,
    () => anyone.send(new idp.GetUserCommand({ AccessToken: "not.a.token" }))],
  ["an ID token in place of an access token", idp.NotAuthorizedException,
    async () => {
      const { IdToken } = (await signIn("alice", "Alice-Passw0rd")).AuthenticationResult;
      await anyone.send(new idp.GetUserCommand({ AccessToken: IdToken }));
    }],
];
for (const [what, type, call] of ERRORS) {
  test(`${what}: ${type.name}`, () => refused(type, call()));
}

const SIGNATURES = [
  ["an unknown access key", { accessKeyId: "AKIANOBODY0000000000", secretAccessKey: "x" }, "UnrecognizedClientException"],
  ["a wrong secret", { accessKeyId: "AKIACOGNITOEMULATOR", secretAccessKey: "wrong" }, "InvalidSignatureException"],
];
for (const [what, credentials, name] of SIGNATURES) {
  test(`an administrator's call signed with ${what}: ${name}`, async () => {
    await assert.rejects(
      userPools(credentials).send(new idp.ListUserPoolsCommand({ MaxResults: 1 })),
      (error) => error.name === name && error.$metadata.httpStatusCode === 400,
    );
  });
}

test("an operation that the emulator has not is refused by name", async () => {
  await assert.rejects(
    admin.send(new idp.DescribeRiskConfigurationCommand({ UserPoolId: "eu-west-1_Any" })),
    (error) => error.name === "UnknownOperationException" && /DescribeRiskConfiguration/.test(error.message),
  );
});

test("a pool and its clients are made, changed and deleted", async () => {
  const { UserPool } = await admin.send(
    new idp.CreateUserPoolCommand({
      PoolName: "made",
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
      AutoVerifiedAttributes: ["email"],
    }),
  );
  assert.match(UserPool.Id, /^eu-west-1_[0-9A-Za-z]+$/);
  assert.equal(UserPool.Policies.PasswordPolicy.MinimumLength, 12);
  const { UserPoolClient } = await admin.send(
    new idp.CreateUserPoolClientCommand({
      UserPoolId: UserPool.Id,
      ClientName: "app",
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      AccessTokenValidity: 5,
      TokenValidityUnits: { AccessToken: "minutes" },
    }),
  );
  const { UserPools } = await admin.send(new idp.ListUserPoolsCommand({ MaxResults: 60 }));
  assert.deepEqual(UserPools.map((pool) => pool.Id).sort(), [UserPoolId, UserPool.Id].sort());
  await anyone.send(
    new idp.SignUpCommand({ ClientId: UserPoolClient.ClientId, Username: "mia", Password: "Twelve-Characters-1" }),
  );
  await admin.send(new idp.AdminConfirmSignUpCommand({ UserPoolId: UserPool.Id, Username: "mia" }));
  const { AuthenticationResult: tokens } = await signInTo(UserPoolClient.ClientId, "mia", "Twelve-Characters-1");
  assert.equal(tokens.ExpiresIn, 300);
  const { exp, iat, iss } = claimsOf(tokens.AccessToken);
  assert.equal(exp - iat, 300);
  assert.equal(iss, `https://cognito-idp.eu-west-1.amazonaws.com/${UserPool.Id}`);

  await admin.send(new idp.DeleteUserPoolCommand({ UserPoolId: UserPool.Id }));

  await refused(
    idp.ResourceNotFoundException,
    admin.send(new idp.DescribeUserPoolCommand({ UserPoolId: UserPool.Id })),
  );
});
