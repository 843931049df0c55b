// Pools of the emulator's own for tests of signing in, and what a person has at hand: a telephone and an authenticator app.
import { createHmac } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { userPools } from "./aws.mjs";
import { fixture } from "./fixture.mjs";

export const PASSWORD = "Correct-H0rse";

/** A pool with a public client for SRP, USER_AUTH and refreshes. */
export async function newPool({ mfa = "OFF", ...settings } = {}) {
  const admin = userPools();
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: "sign-in", ...settings }));
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId: UserPool.Id,
      ClientName: "app",
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
    }),
  );
  if (mfa !== "OFF") {
    await admin.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId: UserPool.Id,
        MfaConfiguration: mfa,
        SoftwareTokenMfaConfiguration: { Enabled: true },
        SmsMfaConfiguration: {
          SmsConfiguration: { SnsCallerArn: "arn:aws:iam::123456789012:role/Sms" },
        },
      }),
    );
  }
  return { userPoolId: UserPool.Id, clientId: UserPoolClient.ClientId };
}

/** A user of the pool; attributes as {name: value}. */
export async function newUser({ userPoolId }, username, attributes = {}, { temporary = false } = {}) {
  const admin = userPools();
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username: username,
      MessageAction: "SUPPRESS",
      TemporaryPassword: PASSWORD,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  if (!temporary) {
    await admin.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: userPoolId,
        Username: username,
        Password: PASSWORD,
        Permanent: true,
      }),
    );
  }
}

const post = (path) => fetch(`${fixture.endpoint}${path}`, { method: "POST", headers: { "X-Cognito-Dev": "1" } });

/** Has this much of the emulator's time pass. */
export const elapse = (duration) => post(`/dev/clock/advance?by=${duration}`);

/** Half a minute later, when an app shows another code. */
export const later = () => elapse("PT30S");

/** The emulator's time is the present again. */
export const now = () => post(`/dev/clock/set?to=${encodeURIComponent(new Date().toISOString())}`);

/** What an authenticator app shows at the emulator's time (RFC 6238). */
export async function codeOf(secret) {
  const { now } = await (await fetch(`${fixture.endpoint}/dev/clock`)).json();
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.parse(now) / 30_000)));
  const hash = createHmac("sha1", decoded(secret)).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function decoded(base32) {
  const bits = [...base32]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}
