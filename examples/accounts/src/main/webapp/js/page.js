// What the pages' scripts share.

export const $ = id => document.getElementById(id);

/** An element with these properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Shows a message in an element, or none. */
export function say(place, message) {
  place.textContent = message ?? '';
  place.hidden = !message;
}

/** Words, each on a ground of its own. */
export const pills = words => words.map(word => element('span', { className: 'pill', textContent: word }));

export const moment = instant => new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
