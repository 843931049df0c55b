// The REST API of accounts, as far as it is for browsers. The browser sends its session along; each failure is a Problem with a
// message to show, and a reason where the user pool refused.

const API = new URL('../api/', import.meta.url);

export class Problem extends Error {
  constructor(status, message, reason) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  /** Whether the sign-in is over, so that it has to be begun anew. */
  get over() {
    return this.status === 409;
  }
}

/** Each answers with the step that is due: its name, what is to be known of it, and the state to answer with. */
export const signIn = form => send('sign-in', form);
export const answer = (state, answer) => send('sign-in/answer', { state, answer });
export const challenge = state => send('sign-in/challenge', { state });

export const qrCode = state => send('sign-in/qr-code', { state });

export const session = () => send('session');
export const renew = () => send('session/refresh', {});
export const signOut = everywhere => send('sign-out', { everywhere });

async function send(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(new URL(path, API), { cache: 'no-store', ...options });
  } catch {
    throw new Problem(0, 'The server cannot be reached.');
  }
  if (!response.ok) {
    throw problem(response.status, await response.text());
  }
  return response.json();
}

function problem(status, body) {
  try {
    const { detail, reason, retryAfter } = JSON.parse(body);
    return new Problem(status, retryAfter > 5 ? `${detail} In ${retryAfter} seconds, say.` : detail, reason);
  } catch {
    return new Problem(status, `The server answered ${status}.`);
  }
}
