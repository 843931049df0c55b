// AWS's clients, pointed at the emulator; they try once, so that a refusal is seen as it came.
import assert from "node:assert/strict";
import { CognitoIdentityClient } from "@aws-sdk/client-cognito-identity";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { STSClient } from "@aws-sdk/client-sts";
import { fixture } from "./fixture.mjs";

export const administrator = { accessKeyId: "AKIACOGNITOEMULATOR", secretAccessKey: "emulator" };
export const clientConfig = { endpoint: fixture.endpoint, region: fixture.region, maxAttempts: 1 };

export const userPools = (credentials = administrator) =>
  new CognitoIdentityProviderClient({ ...clientConfig, credentials });
export const identityPools = (credentials = administrator) =>
  new CognitoIdentityClient({ ...clientConfig, credentials });
export const sts = (credentials = administrator) => new STSClient({ ...clientConfig, credentials });

/** The code or password that was sent to a user last. */
export async function sentTo(username) {
  const messages = await (await fetch(`${fixture.endpoint}/dev/outbox?username=${username}`)).json();
  return messages.at(-1).secret;
}

/** Fails unless the call is refused by an error of this type, and tells the error. */
export async function refused(type, call) {
  try {
    await call;
  } catch (error) {
    assert.equal(error.name, type.name, error.message);
    assert.ok(error instanceof type, `${error.name} is not of the type that the SDK exports`);
    return error;
  }
  assert.fail(`was not refused with ${type.name}`);
}

export const claimsOf = (token) => JSON.parse(Buffer.from(token.split(".")[1], "base64url"));
