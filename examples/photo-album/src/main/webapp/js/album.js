// The page with the caller's pictures: how one comes, is published and withdrawn, and is deleted.

import * as api from './api.js';
import { grid } from './grid.js';
import { $, ask, facts, say } from './page.js';
import { me } from './session.js';
import { whenAdded } from './uploads.js';
import { viewer } from './viewer.js';

const pictures = grid({
  pageAfter: api.photos,
  urlOf: api.pictureUrl,
  dress(item, photo) {
    item.querySelector('.public').hidden = !photo.publication;
    item.querySelector('.facts').title = `${photo.name}\nSHA-256 ${photo.sha256}`;
    item.querySelector('.download').href = api.pictureUrl(photo.id);
    item.querySelector('.download').setAttribute('aria-label', `Download ${photo.title}`);
    item.querySelector('.delete').setAttribute('aria-label', `Delete ${photo.title}`);
  },
});

whenAdded(pictures.add);

// ---- publishing

let changing = false;

async function publish(id) {
  const { title } = pictures.find(id);
  const yes = await ask(`Publish “${title}”?`, {
    text: 'Everybody sees it in the gallery, signed in or not, until you withdraw it.', yes: 'Publish', no: 'Not now',
  });
  if (yes) await change(id, () => api.publish(id), `“${title}” is not in the gallery.`);
}

function withdraw(id) {
  return change(id, async () => {
    await api.withdraw(id);
    return { ...pictures.find(id), publication: null };
  }, `“${pictures.find(id).title}” may still be public.`);
}

async function change(id, made, otherwise) {
  if (changing) return; // a disabled button would lose the focus
  changing = true;
  try {
    pictures.replace(await made());
    show(pictures.find(id));
  } catch (problem) {
    viewer.close();
    say('page-error', `${otherwise} ${problem.message}`);
  } finally {
    changing = false;
  }
}

/** What the viewer has of a picture besides the picture. */
function show(photo) {
  $('viewer-facts').textContent = facts(photo) + (photo.publication ? ' · in the gallery' : '');
  $('viewer-publication').textContent = photo.publication ? 'Withdraw' : 'Publish';
  $('viewer-download').href = api.pictureUrl(photo.id);
}

$('viewer-publication').addEventListener('click', () => {
  const { id, publication } = pictures.find(viewer.shown());
  return publication ? withdraw(id) : publish(id);
});

// ---- deleting

async function askToRemove(id) {
  const { title, publication } = pictures.find(id);
  const yes = await ask(`Delete “${title}”?`, {
    text: `It goes for good, from the bucket${publication ? ', the gallery' : ''} and from the table.`,
    yes: 'Delete', no: 'Keep it', danger: true,
  });
  if (yes) await remove(id);
}

async function remove(id) {
  const { title } = pictures.find(id);
  const item = pictures.itemOf(id);
  item.classList.add('going');
  try {
    await api.remove(id);
  } catch (problem) {
    if (problem.status !== 404) { // else it has gone already
      item.classList.remove('going');
      viewer.close();
      say('page-error', `“${title}” is still there. ${problem.message}`);
      return;
    }
  }
  say('page-error');
  $('said').textContent = `“${title}” is deleted.`;
  pictures.remove(id, $('files'));
}

const idOf = element => element.closest('.picture').dataset.id;

$('gallery').addEventListener('click', event => event.target.closest('.delete') && askToRemove(idOf(event.target)));
$('gallery').addEventListener('keydown', event => {
  if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('.thumb')) askToRemove(idOf(event.target));
});
$('viewer-delete').addEventListener('click', () => askToRemove(viewer.shown()));

// ---- begin

viewer.show({
  ...pictures,
  display: show,
  missing: 'You have no such picture.',
  broken: () => api.me().catch(() => {}), // perhaps the session has ended: then this says so
});

try {
  await me; // says more than a list that is refused
  $('pictures').hidden = false;
  await pictures.begin();
} catch (problem) {
  say('page-error', problem.message);
  pictures.count();
}
