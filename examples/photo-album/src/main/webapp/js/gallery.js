// The page with the caller's pictures: the list, its keys, and how one is deleted.

import * as api from './api.js';
import { $, copyOf, facts, say } from './page.js';
import { me } from './session.js';
import { whenAdded } from './uploads.js';
import { viewer } from './viewer.js';

const photos = new Map(); // by id, in the order of the page
let after; // where the next page begins

// ---- the list

async function load() {
  say('page-error');
  $('more').disabled = true;
  try {
    const page = await api.photos(after);
    after = page.next ?? undefined;
    page.photos.filter(photo => !photos.has(photo.id)).forEach(photo => {
      photos.set(photo.id, photo);
      $('gallery').append(card(photo));
    });
  } catch (problem) {
    say('page-error', problem.message);
    throw problem;
  } finally {
    $('more').disabled = false;
    count();
  }
}

function count() {
  const failed = !$('page-error').hidden;
  $('gallery').ariaBusy = 'false';
  $('count').textContent = photos.size ? `${photos.size}${after ? '+' : ''}` : '';
  $('empty').hidden = photos.size > 0 || Boolean(after) || failed;
  $('more').hidden = !after;
}

function card(photo) {
  const item = copyOf('picture-template');
  const [thumb, image] = [item.querySelector('.thumb'), item.querySelector('img')];
  item.dataset.id = photo.id;
  item.querySelector('.title').textContent = image.alt = photo.title;
  item.querySelector('.facts').textContent = facts(photo);
  item.querySelector('.facts').title = `${photo.name}\nSHA-256 ${photo.sha256}`;
  thumb.href = viewer.addressOf(photo.id);
  thumb.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab or window: the address does it
    event.preventDefault();
    viewer.open(photo.id);
  });
  image.addEventListener('load', () => thumb.classList.add('loaded'));
  image.addEventListener('error', () => {
    thumb.classList.add('broken');
    thumb.setAttribute('aria-label', `${photo.title}, cannot be shown`);
  });
  image.src = item.querySelector('.download').href = api.pictureUrl(photo.id);
  item.querySelector('.download').setAttribute('aria-label', `Download ${photo.title}`);
  item.querySelector('.delete').setAttribute('aria-label', `Delete ${photo.title}`);
  item.querySelector('.delete').addEventListener('click', () => askToRemove(photo.id));
  return item;
}

const itemOf = id => $('gallery').querySelector(`[data-id="${CSS.escape(id)}"]`);

$('more').addEventListener('click', async () => {
  const last = $('gallery').lastElementChild;
  await load().catch(() => {});
  last.nextElementSibling?.querySelector('.thumb').focus();
});

whenAdded(photo => {
  photos.set(photo.id, photo);
  const later = [...photos].filter(([id]) => id !== photo.id);
  photos.clear();
  [[photo.id, photo], ...later].forEach(([id, one]) => photos.set(id, one));
  $('gallery').prepend(card(photo));
  count();
});

// ---- keys

$('gallery').addEventListener('keydown', event => {
  const thumb = event.target.closest('.thumb');
  if (!thumb || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Delete') {
    askToRemove(thumb.parentElement.dataset.id);
    return;
  }
  const thumbs = [...$('gallery').querySelectorAll('.thumb')];
  const to = target(event.key, thumbs.indexOf(thumb), thumbs);
  if (to === undefined) return;
  event.preventDefault();
  thumbs[Math.max(0, Math.min(to, thumbs.length - 1))].focus();
});

function target(key, from, thumbs) {
  const first = thumbs[0].getBoundingClientRect().top;
  const columns = thumbs.filter(thumb => thumb.getBoundingClientRect().top === first).length;
  const inRange = to => (to < 0 || to >= thumbs.length ? from : to);
  return {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: inRange(from - columns),
    ArrowDown: inRange(from + columns),
    Home: 0,
    End: thumbs.length - 1,
  }[key];
}

// ---- deleting

async function askToRemove(id) {
  $('confirm-title').textContent = `Delete “${photos.get(id).title}”?`;
  $('confirm').returnValue = 'keep';
  $('confirm').showModal();
  await new Promise(closed => $('confirm').addEventListener('close', closed, { once: true }));
  if ($('confirm').returnValue === 'delete') await remove(id);
}

async function remove(id) {
  const title = photos.get(id).title;
  const item = itemOf(id);
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
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  photos.delete(id);
  item.remove();
  count();
  say('page-error');
  $('said').textContent = `“${title}” is deleted.`;
  viewer.gone(id, neighbour?.dataset.id);
  (neighbour?.querySelector('.thumb') ?? $('files')).focus();
}

// ---- begin

viewer.show({
  find: id => photos.get(id),
  neighbours: id => {
    const ids = [...photos.keys()];
    const at = ids.indexOf(id);
    return [ids[at - 1], ids[at + 1]];
  },
  remove: askToRemove,
  focus: id => itemOf(id)?.querySelector('.thumb').focus(),
});

try {
  await me; // says more than a list that is refused
  $('pictures').hidden = false;
  await load();
  while (viewer.asked() && !photos.has(viewer.asked()) && after) await load();
  viewer.follow();
} catch (problem) {
  say('page-error', problem.message);
  count();
}
