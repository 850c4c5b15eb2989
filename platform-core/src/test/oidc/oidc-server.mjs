// A real OpenID Connect server for tests: node oidc-server.mjs PORT SETTINGS_FILE
// Settings: jwks (private keys, the first one signs), secret of every client, clients, scopes, tenant (claim of every token, or null).
// GET /test/token?subject=S&client=C&audience=A issues a person's access token by the server's own means.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { Provider } from 'oidc-provider';

const [port, file] = process.argv.slice(2);
const settings = JSON.parse(readFileSync(file, 'utf8'));

const resourceServer = (audience) => ({
  audience,
  scope: settings.scopes.join(' '),
  accessTokenFormat: 'jwt',
  accessTokenTTL: 600,
  jwt: { sign: { alg: 'RS256' } },
});

const provider = new Provider(`http://localhost:${port}`, {
  jwks: settings.jwks,
  clients: settings.clients.map((id) => ({
    client_id: id,
    client_secret: settings.secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  })),
  scopes: settings.scopes,
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  extraTokenClaims: () => (settings.tenant ? { tenant: settings.tenant } : undefined),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource) => resourceServer(resource),
    },
  },
});

async function personsToken(query) {
  const audience = query.get('audience');
  const token = new provider.AccessToken({
    accountId: query.get('subject'),
    client: await provider.Client.find(query.get('client')),
    gty: 'authorization_code',
    scope: settings.scopes.join(' '),
  });
  token.resourceServer = new provider.ResourceServer(audience, resourceServer(audience));
  return token.save();
}

const answer = provider.callback();
http
  .createServer((request, response) => {
    const url = new URL(request.url, `http://localhost:${port}`);
    if (url.pathname !== '/test/token') {
      answer(request, response);
      return;
    }
    personsToken(url.searchParams).then(
      (token) => response.end(token),
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  })
  .listen(Number(port), 'localhost', () => console.log('listening'));
