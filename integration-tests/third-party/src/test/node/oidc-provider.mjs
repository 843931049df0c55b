// An OpenID Provider that others wrote and had certified, where Cognito would be: with the addresses, the issuer and the
// claims of a user pool. What the specifications say of codes, PKCE, clients, refresh tokens and revocation it does by
// itself; here stands only who its people are and what their tokens say. What happens goes to the output, an event a line.
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

const { PORT, POOL, CLIENT_ID, CLIENT_SECRET, CALLBACK } = process.env;

const people = {
  alice: { email: 'alice@example.com', 'cognito:groups': ['users'] },
  nobody: { email: 'nobody@example.com' },
};

// what access tokens are for: by it they are JSON Web Tokens (RFC 9068)
const resource = 'https://photos.example.com/';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const provider = new Provider(`https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`, {
  jwks: { keys: [{ ...key, kid: 'judge', alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['of no worth'] },
  routes: {
    authorization: '/oauth2/authorize',
    token: '/oauth2/token',
    revocation: '/oauth2/revoke',
    jwks: `/${POOL}/.well-known/jwks.json`,
  },
  clients: [{
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [CALLBACK],
  }],
  pkce: { methods: ['S256'], required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: () => true,
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'token_use', 'cognito:username', 'cognito:groups'], email: ['email'] },
  findAccount: (context, id) => people[id] && {
    accountId: id,
    claims: () => ({ sub: id, token_use: 'id', 'cognito:username': id, ...people[id] }),
  },
  extraTokenClaims: (context, token) => ({
    token_use: 'access',
    username: token.accountId,
    'cognito:groups': people[token.accountId]['cognito:groups'],
  }),
  features: {
    devInteractions: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'openid email',
        audience: resource,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  ttl: { AccessToken: 3600, IdToken: 3600, RefreshToken: 86400, Session: 86400, Grant: 86400, Interaction: 600 },
});

const events = ['authorization.success', 'authorization.error', 'grant.success', 'grant.error', 'grant.revoked',
  'refresh_token.consumed', 'revocation.error', 'jwks.error', 'server_error'];
for (const event of events) {
  provider.on(event, (subject, error) => console.log(event, error instanceof Error ? error.message : ''));
}

provider.listen(Number(PORT), '127.0.0.1');
