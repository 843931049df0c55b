// Uploads: several at a time, each with its progress, its end and its own way to be stopped or tried again.

import * as api from './api.js';
import { $, copyOf } from './page.js';

const AT_ONCE = 2;
const MAX_BYTES = 10 * 1024 * 1024;
const TYPES = $('files').accept.split(',');

const waiting = [];
let running = 0;
let added = () => {};

/** Has this called with each picture that has arrived. */
export function whenAdded(listener) {
  added = listener;
}

function enqueue(files) {
  [...files].forEach(file => waiting.push(row(file)));
  next();
}

function next() {
  while (running < AT_ONCE && waiting.length) {
    running++;
    send(waiting.shift()).finally(() => {
      running--;
      next();
    });
  }
}

/** One upload as the page shows it. */
function row(file) {
  const item = copyOf('upload-template');
  const upload = { file, item, stop: new AbortController() };
  item.querySelector('.upload-name').textContent = file.name;
  item.querySelector('progress').setAttribute('aria-label', `Upload of ${file.name}`);
  item.querySelector('.cancel').setAttribute('aria-label', `Cancel ${file.name}`);
  item.querySelector('.again').setAttribute('aria-label', `Try ${file.name} again`);
  item.querySelector('.cancel').addEventListener('click', () => {
    upload.stop.abort();
    leave(item);
    if (waiting.includes(upload)) waiting.splice(waiting.indexOf(upload), 1);
  });
  item.querySelector('.again').addEventListener('click', () => {
    leave(item);
    enqueue([file]);
  });
  state(item, 'waiting');
  $('uploads').append(item);
  return upload;
}

async function send({ file, item, stop }) {
  try {
    check(file);
    const photo = await api.upload(file, part => progress(item, part), stop.signal);
    item.classList.add('done');
    state(item, 'added');
    $('said').textContent = `${file.name} is added.`;
    setTimeout(() => leave(item), 2500);
    added(photo);
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    failed(file, item, problem);
  }
}

/** What the server would refuse anyway, after all of it had been sent. */
function check(file) {
  if (!TYPES.includes(file.type)) throw new api.Problem(415, 'This is no PNG, JPEG, GIF or WebP picture.');
  if (file.size > MAX_BYTES) throw new api.Problem(413, 'The picture is larger than 10 MiB.');
}

function progress(item, part) {
  item.querySelector('progress').value = part;
  state(item, part < 1 ? `${Math.floor(part * 100)} %` : 'storing …');
}

function failed(file, item, problem) {
  const another = problem.status === 413 || problem.status === 415; // the same file will not do
  item.classList.add('failed');
  item.querySelector('.again').hidden = another;
  item.querySelector('.cancel').textContent = 'Dismiss';
  item.querySelector('.cancel').setAttribute('aria-label', `Dismiss ${file.name}`);
  state(item, problem.message);
  $('said').textContent = `${file.name} was not added. ${problem.message}`;
}

function state(item, text) {
  item.querySelector('.upload-state').textContent = text;
}

/** Takes a row away, and does not take the focus with it. */
function leave(item) {
  if (item.contains(document.activeElement)) $('files').focus();
  item.remove();
}

$('files').addEventListener('change', event => {
  enqueue(event.target.files);
  event.target.value = '';
});

// a picture dropped beside the zone must not replace the page
['dragenter', 'dragover', 'dragleave', 'drop'].forEach(type => document.addEventListener(type, event => {
  event.preventDefault();
  const inZone = event.target instanceof Node && $('drop').contains(event.target);
  $('drop').classList.toggle('over', inZone && (type === 'dragenter' || type === 'dragover'));
  if (type === 'drop' && inZone) enqueue(event.dataTransfer.files);
}));

window.addEventListener('beforeunload', event => {
  if (running) event.preventDefault(); // the browser asks whether to leave
});
