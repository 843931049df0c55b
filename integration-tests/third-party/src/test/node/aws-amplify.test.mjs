// AWS Amplify, the client of today's web and mobile applications, against the emulator's user pools.
import test, { afterEach } from "node:test";
import assert from "node:assert/strict";
import { Amplify } from "aws-amplify";
import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  fetchMFAPreference,
  getCurrentUser,
  rememberDevice,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from "aws-amplify/auth";
import { claimsOf, sentTo } from "./aws.mjs";
import { fixture } from "./fixture.mjs";
import { PASSWORD, codeOf, later, newPool, newUser, now } from "./sign-in.mjs";

globalThis.navigator ??= { userAgent: "node" }; // by which Amplify names the device, and which older Node.js has not

const WRONG = { name: "NotAuthorizedException", message: "Incorrect username or password." };

/** Has Amplify use a new pool, with a user in it. */
async function begin(username, { attributes = {}, temporary = false, ...settings } = {}) {
  const pool = await newPool(settings);
  await newUser(pool, username, attributes, { temporary });
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: pool.userPoolId,
        userPoolClientId: pool.clientId,
        userPoolEndpoint: fixture.endpoint,
      },
    },
  });
  return pool;
}

async function accessToken() {
  return (await fetchAuthSession()).tokens.accessToken.toString();
}

afterEach(async () => {
  await signOut();
  await now();
});

test("a password is proved by SRP", async () => {
  await begin("anna");

  const { isSignedIn, nextStep } = await signIn({ username: "anna", password: PASSWORD });

  assert.equal(isSignedIn, true);
  assert.equal(nextStep.signInStep, "DONE");
  assert.equal((await getCurrentUser()).username, "anna");
  assert.deepEqual(claimsOf(await accessToken()).amr, ["pwd"]);
});

test("a wrong password is refused, and for a user who does not exist it looks the same", async () => {
  await begin("anna");

  await assert.rejects(signIn({ username: "anna", password: "wrong" }), WRONG);
  await assert.rejects(signIn({ username: "nobody", password: PASSWORD }), WRONG);
});

test("a temporary password is replaced", async () => {
  await begin("bert", { temporary: true });
  const { nextStep } = await signIn({ username: "bert", password: PASSWORD });
  assert.equal(nextStep.signInStep, "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED");

  assert.equal((await confirmSignIn({ challengeResponse: "An0ther-Password" })).isSignedIn, true);
});

test("an app is registered on the way, and asked next time", async () => {
  await begin("cleo", { mfa: "ON" });
  const { nextStep } = await signIn({ username: "cleo", password: PASSWORD });
  assert.equal(nextStep.signInStep, "CONTINUE_SIGN_IN_WITH_TOTP_SETUP");
  const secret = nextStep.totpSetupDetails.sharedSecret;
  assert.equal((await confirmSignIn({ challengeResponse: await codeOf(secret) })).isSignedIn, true);

  await signOut();
  await later();
  const again = await signIn({ username: "cleo", password: PASSWORD });
  assert.equal(again.nextStep.signInStep, "CONFIRM_SIGN_IN_WITH_TOTP_CODE");
  const code = await codeOf(secret);
  await assert.rejects(confirmSignIn({ challengeResponse: code === "000000" ? "000001" : "000000" }), {
    name: "CodeMismatchException",
  });
  assert.equal((await confirmSignIn({ challengeResponse: code })).isSignedIn, true);
  assert.equal(claimsOf(await accessToken()).acr, "urn:cognito:loa:4");
});

test("who is signed in registers an app and chooses it among two factors", async () => {
  await begin("dana", { mfa: "OPTIONAL", attributes: { phone_number: "+821012345678" } });
  await signIn({ username: "dana", password: PASSWORD });
  const { sharedSecret } = await setUpTOTP();
  await assert.rejects(verifyTOTPSetup({ code: "000000" }), { name: "EnableSoftwareTokenMFAException" });
  await verifyTOTPSetup({ code: await codeOf(sharedSecret) });
  await updateMFAPreference({ sms: "ENABLED", totp: "ENABLED" });
  assert.deepEqual((await fetchMFAPreference()).enabled, ["SMS", "TOTP"]);

  await signOut();
  await later();
  const { nextStep } = await signIn({ username: "dana", password: PASSWORD });
  assert.equal(nextStep.signInStep, "CONTINUE_SIGN_IN_WITH_MFA_SELECTION");
  assert.deepEqual(nextStep.allowedMFATypes, ["SMS", "TOTP"]);
  const chosen = await confirmSignIn({ challengeResponse: "TOTP" });
  assert.equal(chosen.nextStep.signInStep, "CONFIRM_SIGN_IN_WITH_TOTP_CODE");
  assert.equal((await confirmSignIn({ challengeResponse: await codeOf(sharedSecret) })).isSignedIn, true);
});

test("a code comes by SMS", async () => {
  await begin("emil", { mfa: "ON", attributes: { phone_number: "+821012345678" } });
  const { nextStep } = await signIn({ username: "emil", password: PASSWORD });
  assert.equal(nextStep.signInStep, "CONFIRM_SIGN_IN_WITH_SMS_CODE");
  assert.equal(nextStep.codeDeliveryDetails.destination, "+********5678");

  assert.equal((await confirmSignIn({ challengeResponse: await sentTo("emil") })).isSignedIn, true);
});

test("the user chooses a code by e-mail in place of the password", async () => {
  await begin("fred", {
    attributes: { email: "fred@example.com", email_verified: "true" },
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
  });
  const { nextStep } = await signIn({ username: "fred", options: { authFlowType: "USER_AUTH" } });
  assert.equal(nextStep.signInStep, "CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION");
  assert.deepEqual(nextStep.availableChallenges, ["PASSWORD_SRP", "PASSWORD", "EMAIL_OTP"]);
  const chosen = await confirmSignIn({ challengeResponse: "EMAIL_OTP" });
  assert.equal(chosen.nextStep.signInStep, "CONFIRM_SIGN_IN_WITH_EMAIL_CODE");

  assert.equal((await confirmSignIn({ challengeResponse: await sentTo("fred") })).isSignedIn, true);
  assert.deepEqual(claimsOf(await accessToken()).amr, ["email_otp"]);
});

test("the user prefers to prove the password", async () => {
  await begin("gina");
  const options = { authFlowType: "USER_AUTH", preferredChallenge: "PASSWORD_SRP" };

  assert.equal((await signIn({ username: "gina", password: PASSWORD, options })).isSignedIn, true);
});

test("the user chooses the password after all", async () => {
  await begin("hugo");
  const { nextStep } = await signIn({ username: "hugo", options: { authFlowType: "USER_AUTH" } });
  assert.equal(nextStep.signInStep, "CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION");
  const chosen = await confirmSignIn({ challengeResponse: "PASSWORD_SRP" });
  assert.equal(chosen.nextStep.signInStep, "CONFIRM_SIGN_IN_WITH_PASSWORD");

  assert.equal((await confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn, true);
});

test("a remembered device takes the place of the code", async () => {
  await begin("ines", {
    mfa: "ON",
    attributes: { phone_number: "+821012345678" },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  });
  await signIn({ username: "ines", password: PASSWORD });
  await confirmSignIn({ challengeResponse: await sentTo("ines") });
  await rememberDevice();
  assert.equal((await fetchDevices()).length, 1);
  await signOut();

  assert.equal((await signIn({ username: "ines", password: PASSWORD })).isSignedIn, true);

  const first = await accessToken();
  await fetchAuthSession({ forceRefresh: true });
  assert.equal(claimsOf(await accessToken()).device_key, claimsOf(first).device_key);
});

test("a session is refreshed, and ended everywhere", async () => {
  await begin("jana");
  await signIn({ username: "jana", password: PASSWORD });
  const first = await accessToken();
  const { tokens } = await fetchAuthSession({ forceRefresh: true });
  assert.notEqual(tokens.accessToken.toString(), first);
  assert.equal(claimsOf(first).origin_jti, claimsOf(tokens.accessToken.toString()).origin_jti);

  await signOut({ global: true });

  assert.equal((await fetchAuthSession()).tokens, undefined);
  await assert.rejects(getCurrentUser(), { name: "UserUnAuthenticatedException" });
});
