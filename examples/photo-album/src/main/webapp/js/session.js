// What every page of the album has: who is signed in, the way out, and the way back in when the session has ended.

import * as api from './api.js';
import { $, element } from './page.js';

const tabs = new BroadcastChannel('photo-album');
const SIGNED_OUT = new URL('../signed-out.html', import.meta.url);

/** Who is signed in; fills the header once for all. */
export const me = api.me();

me.then(({ name, groups }) => {
  $('who-name').textContent = name;
  $('avatar').textContent = name.charAt(0).toUpperCase();
  $('for-admins').hidden = !groups.includes('admins');
}, () => {}); // whoever needs to know asks for it, and tells

$('sign-out').addEventListener('click', async () => {
  $('sign-out').disabled = true;
  try {
    const { location } = await api.signOut();
    tabs.postMessage('signed out');
    window.location.assign(location); // to Cognito, which ends its own session and sends the browser back
  } catch (problem) {
    $('sign-out').disabled = false;
    $('page-error').textContent = `You are still signed in. ${problem.message}`;
    $('page-error').hidden = false;
  }
});

tabs.addEventListener('message', () => window.location.replace(SIGNED_OUT));

/** A page that the back button has brought back as it was is asked for anew: nobody may be signed in any more. */
window.addEventListener('pageshow', event => event.persisted && window.location.reload());

/** The page's own address is protected: to load it is to sign in, and to come back to this very place. */
api.session.addEventListener('ended', () => {
  if ($('session-ended')) return;
  const again = element('a', { className: 'button primary', href: window.location.href, textContent: 'Sign in again' });
  const later = element('button', { type: 'button', textContent: 'Not now' });
  const dialog = element('dialog', { id: 'session-ended', className: 'card question' },
    element('h2', { id: 'session-ended-title', textContent: 'Your session has ended' }),
    element('p', { textContent: 'Sign in again to go on. You will come back to this place.' }),
    element('div', { className: 'actions' }, later, again));
  dialog.setAttribute('aria-labelledby', 'session-ended-title');
  later.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  again.addEventListener('click', event => {
    event.preventDefault(); // the same address with another fragment would load nothing
    window.location.reload();
  });
  document.body.append(dialog);
  dialog.showModal();
  again.focus();
});
