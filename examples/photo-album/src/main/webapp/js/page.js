// What the pages' scripts share.

export const $ = id => document.getElementById(id);

/** An element with these properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A copy of what stands in a template element. */
export const copyOf = template => $(template).content.firstElementChild.cloneNode(true);

/** Shows a message at its place, or none. */
export function say(place, message) {
  $(place).textContent = message ?? '';
  $(place).hidden = !message;
}

/** Asks a question in the page's dialog; tells whether the answer is yes. */
export async function ask(question, { text, yes, no, danger = false }) {
  const dialog = $('confirm');
  $('confirm-title').textContent = question;
  $('confirm-text').textContent = text;
  $('confirm-yes').textContent = yes;
  $('confirm-yes').classList.toggle('danger', danger);
  $('confirm-yes').classList.toggle('primary', !danger);
  $('confirm-no').textContent = no;
  dialog.returnValue = 'no';
  dialog.showModal();
  await new Promise(closed => dialog.addEventListener('close', closed, { once: true }));
  return dialog.returnValue === 'yes';
}

/** Words, each on a ground of its own. */
export const pills = words => words.map(word => element('span', { className: 'pill', textContent: word }));

export const day = instant => new Date(instant).toLocaleDateString(undefined, { dateStyle: 'medium' });

export const moment = instant => new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function bytes(size) {
  const unit = size < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(size) / 10));
  const value = size / 1024 ** unit;
  const digits = value < 10 && unit ? 1 : 0;
  return `${value.toLocaleString(undefined, { maximumFractionDigits: digits })} ${['B', 'KB', 'MB', 'GB'][unit]}`;
}

/** The kind and the size of a picture, and the day on which it came. */
export const facts = photo =>
  `${photo.contentType.replace('image/', '').toUpperCase()} · ${bytes(photo.size)} · ${day(photo.publishedAt ?? photo.uploadedAt)}`;
