// One picture at a time. Which one stands in the page's address, so that it can be sent to somebody, found again after
// signing in, and left by the back button.

import * as api from './api.js';
import { $, facts, say } from './page.js';

const dialog = $('viewer');
let album; // whose pictures are shown: what gallery.js hands to show()
let shown;
let pushed = false; // whether the address before is the list's

export const viewer = {
  addressOf: id => `?photo=${encodeURIComponent(id)}`,

  asked: () => new URLSearchParams(location.search).get('photo') ?? undefined,

  show(pictures) {
    album = pictures;
  },

  open(id) {
    history.pushState({}, '', viewer.addressOf(id));
    pushed = true;
    display(id);
  },

  /** Shows what the address says. */
  follow() {
    const id = viewer.asked();
    if (id && album.find(id)) {
      display(id);
    } else {
      if (id) say('page-error', 'You have no such picture.');
      dialog.close();
    }
  },

  close() {
    dialog.close();
  },

  /** The picture is no longer there: another one, if any, takes its place. */
  gone(id, next) {
    if (!dialog.open || shown !== id) return;
    if (next) {
      turnTo(next);
    } else {
      shown = undefined;
      dialog.close();
    }
  },
};

function display(id) {
  const photo = album.find(id);
  const [previous, next] = album.neighbours(id);
  shown = id;
  $('viewer-image').classList.remove('broken');
  Object.assign($('viewer-image'), { src: api.pictureUrl(id), alt: photo.title });
  $('viewer-title').textContent = photo.title;
  $('viewer-facts').textContent = facts(photo);
  $('viewer-download').href = api.pictureUrl(id);
  $('viewer-previous').disabled = !previous;
  $('viewer-next').disabled = !next;
  if (!dialog.open) dialog.showModal();
}

function turnTo(id) {
  if (!id) return;
  history.replaceState({}, '', viewer.addressOf(id));
  display(id);
}

$('viewer-previous').addEventListener('click', () => turnTo(album.neighbours(shown)[0]));
$('viewer-next').addEventListener('click', () => turnTo(album.neighbours(shown)[1]));
$('viewer-close').addEventListener('click', () => dialog.close());
$('viewer-delete').addEventListener('click', () => album.remove(shown));
$('viewer-image').addEventListener('error', () => {
  $('viewer-image').classList.add('broken');
  api.me().catch(() => {}); // perhaps the session has ended: then this says so
});

dialog.addEventListener('click', event => event.target === dialog && dialog.close());
dialog.addEventListener('keydown', event => {
  const turn = { ArrowLeft: 'viewer-previous', ArrowRight: 'viewer-next', Delete: 'viewer-delete' }[event.key];
  if (!turn || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  $(turn).click();
});

dialog.addEventListener('close', () => {
  $('viewer-image').removeAttribute('src');
  if (shown) album.focus(shown);
  shown = undefined;
  if (!viewer.asked()) return;
  if (pushed) {
    history.back();
  } else {
    history.replaceState({}, '', './');
  }
  pushed = false;
});

window.addEventListener('popstate', () => {
  pushed = false;
  viewer.follow();
});
