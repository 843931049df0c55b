// The page for administrators: what all albums add up to.

import * as api from './api.js';
import { $, bytes, day, element, say } from './page.js';
import './session.js';

function show(stats) {
  $('photos').textContent = stats.photos.toLocaleString();
  $('bytes').textContent = bytes(stats.bytes);
  $('users').textContent = stats.users.toLocaleString();
  $('per-user').replaceChildren(...stats.perUser.map(user =>
    line(user.name, `${pictures(user.photos)} · ${bytes(user.bytes)}`, user.owner)));
  $('latest').replaceChildren(...stats.latest.map(upload =>
    line(upload.title, `${upload.name} · ${bytes(upload.bytes)} · ${day(upload.uploadedAt)}`, upload.owner)));
  $('part').hidden = stats.complete;
  $('statistics').hidden = false;
}

const pictures = count => `${count.toLocaleString()} ${count === 1 ? 'picture' : 'pictures'}`;

function line(name, facts, hint) {
  return element('li', { title: hint }, element('b', { textContent: name }), ' ', element('small', { textContent: facts }));
}

try {
  show(await api.stats());
} catch (problem) {
  say('page-error', problem.message);
}
