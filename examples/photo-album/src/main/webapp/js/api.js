// The photo album's REST API. The browser sends its session along; each failure is a Problem with a message to show.

const API = new URL('../api/', import.meta.url);

/** Says 'ended' when the API no longer knows who is calling. */
export const session = new EventTarget();

export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const me = () => json('me');
export const profile = () => json('me/profile');
export const stats = () => json('admin/stats');
export const photos = after => json('photos' + (after ? `?after=${encodeURIComponent(after)}` : ''));
export const gallery = after => json('gallery' + (after ? `?after=${encodeURIComponent(after)}` : ''));
export const publish = id => json(publicationOf(id), { method: 'PUT' });
export const signOut = () => json('sign-out', { method: 'POST' });

/** Where a picture's bytes are, for an img element or a link. */
export const pictureUrl = id => new URL(`photos/${encodeURIComponent(id)}`, API).href;

/** Where the bytes of a picture in the gallery are, for everybody. */
export const publicUrl = id => new URL(`gallery/${encodeURIComponent(id)}`, API).href;

const publicationOf = id => `photos/${encodeURIComponent(id)}/publication`;

export async function remove(id) {
  await send(`photos/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function withdraw(id) {
  await send(publicationOf(id), { method: 'DELETE' });
}

/** Takes a picture out of the gallery, whosever it is; for administrators. */
export async function withdrawAnybodys(id) {
  await send(`gallery/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/**
 * Sends a picture. fetch() cannot tell how far an upload is, XMLHttpRequest can.
 *
 * @param onProgress called with the part that has been sent, 0 to 1
 * @param signal of an AbortController, to stop half-way
 */
export function upload(file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', new URL(`photos?name=${encodeURIComponent(file.name)}`, API));
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = event => onProgress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    request.onload = () => request.status === 201
      ? resolve(JSON.parse(request.responseText))
      : reject(problem(request.status, request.responseText));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

async function json(path, options) {
  return (await send(path, options)).json();
}

async function send(path, options = {}) {
  let response;
  try {
    response = await fetch(new URL(path, API), { cache: 'no-store', ...options });
  } catch {
    throw unreachable();
  }
  if (!response.ok) {
    throw problem(response.status, await response.text());
  }
  return response;
}

function unreachable() {
  return new Problem(0, 'The server cannot be reached.');
}

function problem(status, body) {
  if (status === 401) {
    session.dispatchEvent(new Event('ended'));
  }
  return new Problem(status, messageIn(body) || {
    401: 'Your session has ended.',
    403: 'Your groups do not allow this.',
  }[status] || `The server answered ${status}.`);
}

function messageIn(body) {
  try {
    return JSON.parse(body).message;
  } catch {
    return undefined;
  }
}
