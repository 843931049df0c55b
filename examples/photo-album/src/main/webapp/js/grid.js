// A page's pictures in a grid: page by page from the API, a card for each, and the keys that move among them.

import { $, copyOf, facts, say } from './page.js';
import { viewer } from './viewer.js';

const list = $('gallery');

/**
 * @param pageAfter asks for the pictures that come after one, or for the first
 * @param urlOf where the bytes of a picture are
 * @param dress has a card show what only this page's cards do
 */
export function grid({ pageAfter, urlOf, dress = () => {} }) {
  const photos = new Map(); // by id, in the order of the page
  let after; // where the next page begins

  async function load() {
    say('page-error');
    $('more').disabled = true;
    try {
      const page = await pageAfter(after);
      after = page.next ?? undefined;
      page.photos.filter(photo => !photos.has(photo.id)).forEach(photo => {
        photos.set(photo.id, photo);
        list.append(card(photo));
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
    list.ariaBusy = 'false';
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
    image.src = urlOf(photo.id);
    dress(item, photo);
    return item;
  }

  const itemOf = id => list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const focus = id => itemOf(id)?.querySelector('.thumb').focus();

  $('more').addEventListener('click', async () => {
    const last = list.lastElementChild;
    await load().catch(() => {});
    last.nextElementSibling?.querySelector('.thumb').focus();
  });

  return {
    urlOf,
    itemOf,
    focus,
    count,

    find: id => photos.get(id),

    neighbours: id => {
      const ids = [...photos.keys()];
      const at = ids.indexOf(id);
      return [ids[at - 1], ids[at + 1]];
    },

    /** Shows the first page, and as many more as it takes to find the picture that the address asks for. */
    async begin() {
      await load();
      while (viewer.asked() && !photos.has(viewer.asked()) && after) await load();
      viewer.follow();
    },

    add(photo) {
      const later = [...photos].filter(([id]) => id !== photo.id);
      photos.clear();
      [[photo.id, photo], ...later].forEach(([id, one]) => photos.set(id, one));
      list.prepend(card(photo));
      count();
    },

    replace(photo) {
      photos.set(photo.id, photo);
      dress(itemOf(photo.id), photo);
    },

    /** Takes a picture out; the focus, and the viewer if it shows it, go on to the next one, or else to this element. */
    remove(id, otherwise) {
      const item = itemOf(id);
      const neighbour = item.nextElementSibling ?? item.previousElementSibling;
      photos.delete(id);
      item.remove();
      count();
      viewer.gone(id, neighbour?.dataset.id);
      (neighbour?.querySelector('.thumb') ?? otherwise).focus();
    },
  };
}

list.addEventListener('keydown', event => {
  const thumb = event.target.closest('.thumb');
  if (!thumb || event.ctrlKey || event.metaKey || event.altKey) return;
  const thumbs = [...list.querySelectorAll('.thumb')];
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
