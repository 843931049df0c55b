// The page that tells who is signed in.

import * as api from './api.js';
import { $, moment, pills, say } from './page.js';

const SIGN_IN = 'sign-in.html';

function show({ signedIn, account }) {
  if (!signedIn) {
    window.location.replace(SIGN_IN);
    return;
  }
  $('who-name').textContent = $('username').textContent = account.username;
  $('avatar').textContent = account.username.charAt(0).toUpperCase();
  $('email').textContent = account.email ?? '–';
  $('groups').replaceChildren(...(account.groups.length ? pills(account.groups) : ['–']));
  $('signed-in').textContent = moment(account.signedInAt);
  $('tokens').textContent = `until ${moment(account.tokensExpireAt)}`;
  $('account').hidden = false;
}

async function whileBusy(button, work) {
  say($('problem'));
  button.disabled = true;
  try {
    await work();
  } catch (problem) {
    if (problem.status === 401) {
      window.location.replace(SIGN_IN);
    } else {
      say($('problem'), problem.message);
    }
  } finally {
    button.disabled = false;
  }
}

function signOut(button, everywhere) {
  return whileBusy(button, async () => {
    await api.signOut(everywhere);
    window.location.replace(`${SIGN_IN}#signed-out`);
  });
}

$('sign-out').addEventListener('click', () => signOut($('sign-out'), false));
$('everywhere').addEventListener('click', () => signOut($('everywhere'), true));
$('renew').addEventListener('click', () => whileBusy($('renew'), async () => show(await api.renew())));

/** A page that the back button has brought back as it was is asked for anew: nobody may be signed in any more. */
window.addEventListener('pageshow', event => event.persisted && window.location.reload());

try {
  show(await api.session());
} catch (problem) {
  say($('problem'), problem.message);
}
