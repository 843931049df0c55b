// The photo album's REST API: each call presents the caller's tokens, each failure is a Problem with a message to show.

export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export class Api {
  #headers;

  /** With both tokens, the access token authorises and the ID token stands beside it. */
  constructor({ idToken, accessToken }) {
    this.#headers = { Authorization: `Bearer ${accessToken || idToken}` };
    if (accessToken && idToken) {
      this.#headers['X-Cognito-Id-Token'] = idToken;
    }
  }

  me() {
    return this.#json('api/me');
  }

  photos(after) {
    return this.#json('api/photos' + (after ? `?after=${encodeURIComponent(after)}` : ''));
  }

  stats() {
    return this.#json('api/admin/stats');
  }

  async picture(id) {
    return (await this.#send(`api/photos/${id}`)).blob();
  }

  async remove(id) {
    await this.#send(`api/photos/${id}`, { method: 'DELETE' });
  }

  /** fetch() cannot tell how far an upload is, XMLHttpRequest can. */
  upload(file, onProgress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `api/photos?name=${encodeURIComponent(file.name)}`);
      Object.entries(this.#headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
      request.upload.onprogress = event => onProgress(event.loaded / event.total);
      request.onerror = () => reject(unreachable());
      request.onload = () => request.status === 201
        ? resolve(JSON.parse(request.responseText))
        : reject(problem(request.status, request.responseText));
      request.send(file);
    });
  }

  async #json(path) {
    return (await this.#send(path)).json();
  }

  async #send(path, options = {}) {
    let response;
    try {
      response = await fetch(path, { ...options, headers: this.#headers });
    } catch {
      throw unreachable();
    }
    if (!response.ok) {
      throw problem(response.status, await response.text());
    }
    return response;
  }
}

function unreachable() {
  return new Problem(0, 'The server cannot be reached.');
}

function problem(status, body) {
  const ours = {
    401: 'These tokens are not accepted. They may have expired: get new ones.',
    403: 'Your groups do not allow this.',
  };
  try {
    return new Problem(status, JSON.parse(body).message || ours[status]);
  } catch {
    return new Problem(status, ours[status] || `The server answered ${status}.`);
  }
}
