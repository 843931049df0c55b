// openid-client, certified by the OpenID Foundation, against the emulator's discovery document and token endpoint.
import test from "node:test";
import assert from "node:assert/strict";
import * as openid from "openid-client";
import * as idp from "@aws-sdk/client-cognito-identity-provider";
import { claimsOf, userPools } from "./aws.mjs";
import { fixture } from "./fixture.mjs";

const { userPoolId: UserPoolId } = fixture;
const server = new URL(`${fixture.endpoint}/${UserPoolId}`);
const insecure = { execute: [openid.allowInsecureRequests] };

async function machine() {
  const admin = userPools();
  await admin
    .send(
      new idp.CreateResourceServerCommand({
        UserPoolId,
        Identifier: "orders",
        Name: "Orders",
        Scopes: [
          { ScopeName: "read", ScopeDescription: "Read orders" },
          { ScopeName: "write", ScopeDescription: "Write orders" },
        ],
      }),
    )
    .catch((error) => assert.equal(error.name, "InvalidParameterException"));
  const { UserPoolClient } = await admin.send(
    new idp.CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: "machine",
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["client_credentials"],
      AllowedOAuthScopes: ["orders/read", "orders/write"],
    }),
  );
  return UserPoolClient;
}

const METHODS = [
  ["secret in the header", openid.ClientSecretBasic],
  ["secret in the body", openid.ClientSecretPost],
];
for (const [how, authentication] of METHODS) {
  test(`client_credentials after discovery, ${how}`, async () => {
    const { ClientId, ClientSecret } = await machine();
    const config = await openid.discovery(server, ClientId, undefined, authentication(ClientSecret), insecure);
    assert.equal(config.serverMetadata().issuer, server.href);

    const tokens = await openid.clientCredentialsGrant(config, { scope: "orders/read" });

    assert.equal(tokens.token_type, "bearer");
    assert.equal(tokens.expires_in, 3600);
    const claims = claimsOf(tokens.access_token);
    assert.equal(claims.iss, server.href);
    assert.equal(claims.client_id, ClientId);
    assert.equal(claims.scope, "orders/read");
  });
}

test("a wrong secret is invalid_client", async () => {
  const { ClientId } = await machine();
  const config = await openid.discovery(server, ClientId, undefined, openid.ClientSecretPost("wrong"), insecure);

  await assert.rejects(openid.clientCredentialsGrant(config, { scope: "orders/read" }), (error) => {
    assert.equal(error.error, "invalid_client");
    return true;
  });
});

test("a scope that the client does not have is invalid_scope", async () => {
  const { ClientId, ClientSecret } = await machine();
  const config = await openid.discovery(
    server, ClientId, undefined, openid.ClientSecretBasic(ClientSecret), insecure);
  await userPools().send(
    new idp.UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["client_credentials"],
      AllowedOAuthScopes: ["orders/read"],
    }),
  );

  await assert.rejects(openid.clientCredentialsGrant(config, { scope: "orders/write" }), (error) => {
    assert.equal(error.error, "invalid_scope");
    return true;
  });
});
