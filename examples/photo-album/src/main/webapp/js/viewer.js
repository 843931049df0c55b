// One picture at a time. Which one stands in the page's address, so that it can be sent to somebody, found again after
// signing in, and left by the back button.

import { $, say } from './page.js';

const dialog = $('viewer');
let pictures; // what the page has handed to show()
let shown;
let pushed = false; // whether the address before is the list's

export const viewer = {
  addressOf: id => `?photo=${encodeURIComponent(id)}`,

  asked: () => new URLSearchParams(location.search).get('photo') ?? undefined,

  /**
   * Has the viewer show the pictures of a grid.
   *
   * @param of.display shows what the page's viewer has besides picture and title
   * @param of.missing says that there is no such picture
   * @param of.broken called where a picture cannot be shown
   */
  show(of) {
    pictures = of;
  },

  /** The id of the picture that is shown. */
  shown: () => shown,

  open(id) {
    history.pushState({}, '', viewer.addressOf(id));
    pushed = true;
    display(id);
  },

  /** Shows what the address says. */
  follow() {
    const id = viewer.asked();
    if (id && pictures.find(id)) {
      display(id);
    } else {
      if (id) say('page-error', pictures.missing);
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
  const photo = pictures.find(id);
  const [previous, next] = pictures.neighbours(id);
  shown = id;
  $('viewer-image').classList.remove('broken');
  Object.assign($('viewer-image'), { src: pictures.urlOf(id), alt: photo.title });
  $('viewer-title').textContent = photo.title;
  pictures.display(photo);
  $('viewer-previous').disabled = !previous;
  $('viewer-next').disabled = !next;
  if (!dialog.open) dialog.showModal();
}

function turnTo(id) {
  if (!id) return;
  history.replaceState({}, '', viewer.addressOf(id));
  display(id);
}

$('viewer-previous').addEventListener('click', () => turnTo(pictures.neighbours(shown)[0]));
$('viewer-next').addEventListener('click', () => turnTo(pictures.neighbours(shown)[1]));
$('viewer-close').addEventListener('click', () => dialog.close());
$('viewer-image').addEventListener('error', () => {
  $('viewer-image').classList.add('broken');
  pictures.broken?.();
});

dialog.addEventListener('click', event => event.target === dialog && dialog.close());
dialog.addEventListener('keydown', event => {
  const turn = { ArrowLeft: 'viewer-previous', ArrowRight: 'viewer-next', Delete: 'viewer-delete' }[event.key];
  if (!turn || !$(turn) || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  $(turn).click();
});

dialog.addEventListener('close', () => {
  $('viewer-image').removeAttribute('src');
  if (shown) pictures.focus(shown);
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
