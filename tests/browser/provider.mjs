// A council's own sign-in, for tests: a certified OpenID Connect provider (oidc-provider), with a page that asks who somebody
// is and takes their word for it.

import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** A provider at `localhost`, which to a browser is another site than 127.0.0.1. `people` are known by their subject. */
export async function open(people) {
  const server = createServer((request, response) => server.answer(request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://localhost:${server.address().port}`;
  return {
    issuer,
    /** Begins to answer, for a client that is sent back there. */
    serve: (client, back) => {
      server.answer = answer(new Provider(issuer, settings(client, back, people)), people);
    },
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}

function settings({ id, secret }, back, people) {
  return {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [back] }],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/who/${uid}` },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...people[subject].claims }) }),
    // Everybody at the council has agreed to this client already.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}

function answer(provider, people) {
  const rest = provider.callback();
  return async (request, response) => {
    if (!request.url.startsWith('/who/')) {
      return rest(request, response);
    }
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end('<!doctype html><html lang="en"><title>Council</title><h1>Council sign-in</h1><form method="post"><label>Who are you? <input name="who"></label><button>Sign in</button></form>');
    }
    let body = '';
    for await (const part of request) {
      body += part;
    }
    const who = new URLSearchParams(body).get('who');
    const result = who in people
      ? { login: { accountId: who, amr: people[who].amr } }
      : { error: 'access_denied', error_description: 'nobody of that name' };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
}
