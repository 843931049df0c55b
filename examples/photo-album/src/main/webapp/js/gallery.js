// The gallery: what everybody sees, signed in or not. Administrators can take pictures out of it.

import * as api from './api.js';
import { grid } from './grid.js';
import { $, ask, facts, say } from './page.js';
import { viewer } from './viewer.js';

const pictures = grid({ pageAfter, urlOf: api.publicUrl });

async function pageAfter(after) {
  const page = await api.gallery(after);
  $('viewer-withdraw').hidden = !page.mayWithdraw;
  return page;
}

async function withdraw(id) {
  const { title } = pictures.find(id);
  const yes = await ask(`Take “${title}” out of the gallery?`, {
    text: 'Nobody but its owner sees it then.', yes: 'Withdraw', no: 'Leave it', danger: true,
  });
  if (!yes) return;
  try {
    await api.withdrawAnybodys(id);
  } catch (problem) {
    if (problem.status !== 404) { // else it has gone already
      viewer.close();
      say('page-error', `“${title}” may still be public. ${problem.message}`);
      return;
    }
  }
  $('said').textContent = `“${title}” is withdrawn.`;
  pictures.remove(id, $('way-in'));
}

$('viewer-withdraw').addEventListener('click', () => withdraw(viewer.shown()));

viewer.show({
  ...pictures,
  display: photo => ($('viewer-facts').textContent = facts(photo)),
  missing: 'There is no such picture in the gallery.',
});

await pictures.begin().catch(() => {}); // the page says why
