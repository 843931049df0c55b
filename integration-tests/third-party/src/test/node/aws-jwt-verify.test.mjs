// AWS's own verifier looks at the emulator's tokens.
import test from "node:test";
import assert from "node:assert/strict";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import * as errors from "aws-jwt-verify/error";
import { fixture } from "./fixture.mjs";

function verifierOf({ use, keys, groups }) {
  const verifier = CognitoJwtVerifier.create({
    userPoolId: fixture.userPoolId,
    clientId: fixture.clientId,
    tokenUse: use,
    groups,
  });
  verifier.cacheJwks(fixture.keySets[keys]);
  return verifier;
}

for (const { name, claims, ...token } of fixture.valid) {
  test(`takes ${name}`, () => {
    const payload = verifierOf(token).verifySync(token.text);
    assert.equal(payload.token_use, token.use);
    for (const [claim, value] of Object.entries(claims)) {
      assert.deepEqual(payload[claim], value, claim);
    }
  });
}

for (const { name, error, ...token } of fixture.invalid) {
  test(`refuses ${name}: ${error}`, () => {
    assert.throws(
      () => verifierOf(token).verifySync(token.text),
      (thrown) => {
        assert.ok(errors[error], `aws-jwt-verify knows no ${error}`);
        assert.equal(thrown.constructor.name, error, thrown.message);
        return true;
      },
    );
  });
}
