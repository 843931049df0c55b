// @aws-sdk's credential providers with logins at Google and its like, as stand-ins of the emulator issue them.
import test, { before } from "node:test";
import assert from "node:assert/strict";
import * as identity from "@aws-sdk/client-cognito-identity";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { fromCognitoIdentityPool, fromWebToken } from "@aws-sdk/credential-providers";
import { claimsOf, clientConfig, identityPools, refused, sts } from "./aws.mjs";
import { fixture } from "./fixture.mjs";

const { classicIdentityPoolId: IdentityPoolId, kim, lee } = fixture;
const service = identityPools();
const sessionOf = async (credentials) =>
  (await sts(credentials).send(new GetCallerIdentityCommand({}))).Arn.split("assumed-role/")[1];
const by = (logins, identityPoolId = IdentityPoolId) =>
  fromCognitoIdentityPool({ identityPoolId, logins, clientConfig })();

before(() =>
  service.send(
    new identity.UpdateIdentityPoolCommand({
      IdentityPoolId,
      IdentityPoolName: "classic",
      AllowUnauthenticatedIdentities: true,
      AllowClassicFlow: true,
      DeveloperProviderName: "login.photos.example",
      CognitoIdentityProviders: [
        {
          ProviderName: `cognito-idp.${fixture.region}.amazonaws.com/${fixture.userPoolId}`,
          ClientId: fixture.clientId,
        },
      ],
      SupportedLoginProviders: {
        "accounts.google.com": "app-at-google",
        "appleid.apple.com": "com.example.app",
        "graph.facebook.com": "app-at-facebook",
        "www.amazon.com": "app-at-amazon",
      },
      OpenIdConnectProviderARNs: ["arn:aws:iam::123456789012:oidc-provider/login.partner.example"],
    }),
  ),
);

for (const { name, logins } of fixture.valid) {
  test(`${name} buys credentials`, async () => {
    assert.equal(await sessionOf(await by(logins)), "Users/CognitoIdentityCredentials");
  });
}

for (const { name, logins, message } of fixture.invalid) {
  test(`${name} is refused`, async () => {
    const error = await refused(identity.NotAuthorizedException, by(logins));

    assert.equal(error.message, message);
  });
}

test("a pool that was not told of a provider takes none of its tokens", async () => {
  const error = await refused(identity.NotAuthorizedException, by(kim.google, fixture.strictIdentityPoolId));

  assert.equal(error.message, "Token is not from a supported provider of this identity pool.");
});

test("logins that come together belong to one person from then on", async () => {
  const { identityId } = await by({ ...kim.google, ...kim.apple });

  assert.equal((await by(kim.google)).identityId, identityId);
  assert.equal((await by(kim.apple)).identityId, identityId);
  assert.notEqual((await by(lee.google)).identityId, identityId);
});

test("two users of one provider are not one person", async () => {
  await by({ ...kim.google, ...kim.apple });

  const error = await refused(identity.ResourceConflictException, by({ ...lee.google, ...kim.apple }));

  assert.equal(error.message, "The identity is linked to another user of accounts.google.com already.");
});

test("fromWebToken: the identity service's token tells the provider", async () => {
  const { IdentityId } = await service.send(new identity.GetIdCommand({ IdentityPoolId, Logins: lee.google }));
  const { Token } = await service.send(new identity.GetOpenIdTokenCommand({ IdentityId, Logins: lee.google }));

  assert.deepEqual(claimsOf(Token).amr, ["authenticated", "accounts.google.com"]);
  const credentials = await fromWebToken({
    roleArn: "arn:aws:iam::123456789012:role/Users",
    webIdentityToken: Token,
    roleSessionName: "lee",
    clientConfig,
  })();
  assert.equal(await sessionOf(credentials), "Users/lee");
});
