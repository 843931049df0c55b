// How many times a second amazon-cognito-identity-js signs in by SRP, one sign-in after the other.
import cognito from "amazon-cognito-identity-js";

const { AuthenticationDetails, CognitoUser, CognitoUserPool } = cognito;
const { ENDPOINT, POOL, CLIENT, USERNAME, PASSWORD, WARM_UP, COUNT } = process.env;

function signIn() {
  const items = new Map();
  const Storage = {
    setItem: (key, value) => items.set(key, value),
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
  };
  const Pool = new CognitoUserPool({ UserPoolId: POOL, ClientId: CLIENT, endpoint: ENDPOINT, Storage });
  return new Promise((onSuccess, onFailure) =>
    new CognitoUser({ Username: USERNAME, Pool, Storage }).authenticateUser(
      new AuthenticationDetails({ Username: USERNAME, Password: PASSWORD }),
      { onSuccess, onFailure },
    ),
  );
}

async function repeat(count) {
  for (let i = 0; i < count; i++) {
    await signIn();
  }
}

await repeat(Number(WARM_UP));
const start = process.hrtime.bigint();
await repeat(Number(COUNT));
console.log(Number(COUNT) / (Number(process.hrtime.bigint() - start) / 1e9));
