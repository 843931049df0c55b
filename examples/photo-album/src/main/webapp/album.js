import { Api } from './api.js';

const TOKENS = 'photo-album.tokens';
const MAX_BYTES = 10 * 1024 * 1024;
const $ = id => document.getElementById(id);

let api;
let album = 0; // counts sign-ins and sign-outs, so that a late answer never shows in another caller's album
let after;
const photos = new Map();

// ---- signing in and out

async function open(tokens) {
  const opened = ++album;
  api = new Api(tokens);
  try {
    const me = await api.me();
    if (opened !== album) return;
    sessionStorage.setItem(TOKENS, JSON.stringify(tokens));
    show(me);
  } catch (problem) {
    if (opened === album) signOut(problem.message);
  }
}

function signOut(message) {
  album++;
  sessionStorage.removeItem(TOKENS);
  api = after = undefined;
  photos.forEach(photo => URL.revokeObjectURL(photo.url));
  photos.clear();
  thumbnails.disconnect();
  ['gallery', 'uploads'].forEach(list => $(list).replaceChildren());
  $('viewer').close();
  $('viewer-image').removeAttribute('src');
  $('album').hidden = $('who').hidden = true;
  $('sign-in').hidden = false;
  say('sign-in-error', message);
  $('id-token').focus();
}

function show(me) {
  $('sign-in-form').reset();
  $('sign-in').hidden = true;
  $('album').hidden = $('who').hidden = false;
  $('who-name').textContent = $('me-name').textContent = me.name;
  $('avatar').textContent = me.name.charAt(0).toUpperCase();
  $('me-groups').replaceChildren(...me.groups.map(pill));
  $('me-identity').textContent = me.identityId ?? '–';
  $('me-role').textContent = me.roleArn ?? '–';
  say('me-reason', me.reason);
  $('pictures').hidden = !me.identityId;
  $('locked').hidden = Boolean(me.identityId);
  $('stats').hidden = !me.groups.includes('admins') || !me.identityId;
  if (me.identityId) {
    load();
    refreshStats();
  }
}

function pill(text) {
  return Object.assign(document.createElement('span'), { className: 'pill', textContent: text });
}

$('sign-in-form').addEventListener('submit', async event => {
  event.preventDefault();
  const tokens = { idToken: $('id-token').value.trim(), accessToken: $('access-token').value.trim() };
  const mistake = mistakeIn(tokens);
  say('sign-in-error', mistake);
  if (!mistake) {
    const button = event.target.querySelector('button');
    button.disabled = true;
    await open(tokens);
    button.disabled = false;
  }
});

['sign-out', 'sign-in-again'].forEach(button => $(button).addEventListener('click', () => signOut()));

/** Tells a slip of the hand; whether a token is good only the server decides. */
function mistakeIn({ idToken, accessToken }) {
  if (!idToken && !accessToken) return 'Paste at least one token.';
  if (idToken && tokenUse(idToken) === 'access') return 'The field for the ID token holds an access token.';
  if (accessToken && tokenUse(accessToken) === 'id') return 'The field for the access token holds an ID token.';
  return undefined;
}

function tokenUse(token) {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).token_use;
  } catch {
    return undefined;
  }
}

// ---- pictures

const thumbnails = new IntersectionObserver(entries => entries
  .filter(entry => entry.isIntersecting)
  .forEach(entry => {
    thumbnails.unobserve(entry.target);
    loadThumbnail(entry.target);
  }), { rootMargin: '300px' });

async function load() {
  const opened = album;
  say('list-error');
  $('more').disabled = true;
  try {
    const page = await api.photos(after);
    if (opened !== album) return;
    after = page.next ?? undefined;
    page.photos.forEach(photo => $('gallery').append(card(photo)));
    $('more').hidden = !after;
  } catch (problem) {
    failed(opened, problem, 'list-error');
  }
  $('more').disabled = false;
  if (opened === album) count();
}

function count() {
  const failedToList = !$('list-error').hidden;
  $('count').textContent = photos.size && `${photos.size}${after ? '+' : ''}`;
  $('empty').hidden = photos.size > 0 || Boolean(after) || failedToList;
}

function card(photo) {
  const item = $('picture-template').content.firstElementChild.cloneNode(true);
  const [thumb, image] = [item.querySelector('.thumb'), item.querySelector('img')];
  const type = photo.contentType.replace('image/', '').toUpperCase();
  item.dataset.id = photo.id;
  item.querySelector('.title').textContent = image.alt = photo.title;
  item.querySelector('.facts').textContent = `${type} · ${bytes(photo.size)} · ${day(photo.uploadedAt)}`;
  item.querySelector('.facts').title = `${photo.name}\nSHA-256 ${photo.sha256}`;
  thumb.addEventListener('click', () => view(photo.id, image.alt));
  item.querySelector('.download').addEventListener('click', () => download(photo));
  item.querySelector('.delete').addEventListener('click', event => remove(item, event.target));
  photos.set(photo.id, { ...photo });
  thumbnails.observe(item);
  return item;
}

/** The picture as a URL of this page: an img element could not send the tokens. */
async function urlOf(id) {
  const photo = photos.get(id);
  photo.loading ??= api.picture(id).then(blob => (photo.url = URL.createObjectURL(blob)));
  return photo.loading;
}

async function loadThumbnail(item) {
  const image = item.querySelector('img');
  image.onload = () => image.classList.add('loaded');
  image.onerror = () => item.querySelector('.thumb').classList.add('broken');
  try {
    image.src = await urlOf(item.dataset.id);
  } catch {
    image.onerror();
  }
}

async function view(id, alt) {
  try {
    Object.assign($('viewer-image'), { src: await urlOf(id), alt });
    $('viewer').showModal();
  } catch (problem) {
    failed(album, problem, 'list-error');
  }
}

async function download(photo) {
  try {
    const link = document.createElement('a');
    link.href = await urlOf(photo.id);
    link.download = photo.name;
    link.click();
  } catch (problem) {
    failed(album, problem, 'list-error');
  }
}

/** Asks once more in place: the first press arms the button, leaving it disarms. */
async function remove(item, button) {
  if (!button.classList.contains('sure')) {
    button.classList.add('sure');
    button.textContent = 'Really?';
    button.addEventListener('blur', () => {
      button.classList.remove('sure');
      button.textContent = 'Delete';
    }, { once: true });
    return;
  }
  const opened = album;
  const id = item.dataset.id;
  button.disabled = true;
  try {
    await api.remove(id);
  } catch (problem) {
    if (problem.status !== 404) {
      button.disabled = false;
      failed(opened, problem, 'list-error');
      return;
    }
  }
  if (opened !== album) return;
  const next = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  (next?.querySelector('.thumb') ?? $('files')).focus();
  URL.revokeObjectURL(photos.get(id).url);
  photos.delete(id);
  count();
  refreshStats();
}

$('more').addEventListener('click', load);
$('viewer').addEventListener('click', event => event.target === $('viewer') && $('viewer').close());

// ---- uploads

async function upload(file) {
  const opened = album;
  const item = $('upload-template').content.firstElementChild.cloneNode(true);
  const state = item.querySelector('.upload-state');
  item.querySelector('.upload-name').textContent = file.name;
  item.querySelector('.dismiss').addEventListener('click', () => item.remove());
  $('uploads').append(item);
  try {
    if (file.size > MAX_BYTES) throw new Error('The picture is larger than 10 MiB.');
    const photo = await api.upload(file, part => {
      item.querySelector('progress').value = part;
      state.textContent = part < 1 ? `${Math.floor(part * 100)} %` : 'storing …';
    });
    if (opened !== album) return;
    $('gallery').prepend(card(photo));
    item.classList.add('done');
    state.textContent = 'added';
    setTimeout(() => item.remove(), 2000);
    count();
    refreshStats();
  } catch (problem) {
    item.classList.add('failed');
    item.querySelector('.dismiss').hidden = false;
    state.textContent = problem.message;
    if (problem.status === 401 && opened === album) signOut(problem.message);
  }
}

async function uploadAll(files) {
  for (const file of files) {
    if (api) await upload(file);
  }
}

$('files').addEventListener('change', event => {
  uploadAll([...event.target.files]);
  event.target.value = '';
});

['dragenter', 'dragover', 'dragleave', 'drop'].forEach(type => document.addEventListener(type, event => {
  event.preventDefault(); // a picture dropped beside the zone must not replace the page
  $('drop').classList.toggle('over', type !== 'drop' && $('drop').contains(event.target));
  if (type === 'drop' && $('drop').contains(event.target)) uploadAll([...event.dataTransfer.files]);
}));

// ---- statistics and messages

async function refreshStats() {
  if ($('stats').hidden) return;
  const opened = album;
  try {
    const stats = await api.stats();
    if (opened !== album) return;
    $('stats-photos').textContent = stats.photos.toLocaleString();
    $('stats-bytes').textContent = bytes(stats.bytes);
    $('stats-users').textContent = stats.users.toLocaleString();
    $('stats-per-user').replaceChildren(...stats.perUser.map(user =>
      line(user.name, `${user.photos.toLocaleString()} · ${bytes(user.bytes)}`, user.owner)));
    $('stats-latest').replaceChildren(...stats.latest.map(upload =>
      line(upload.title, `${upload.name} · ${bytes(upload.bytes)} · ${day(upload.uploadedAt)}`, upload.owner)));
    $('stats-details').hidden = !stats.users;
    say('stats-part', stats.complete ? undefined : 'Only some of the pictures were counted: there are very many.');
    say('stats-error');
  } catch (problem) {
    failed(opened, problem, 'stats-error');
  }
}

function line(name, facts, hint) {
  const item = $('stats-line').content.firstElementChild.cloneNode(true);
  item.querySelector('b').textContent = name;
  item.querySelector('small').textContent = facts;
  item.title = hint;
  return item;
}

function failed(opened, problem, place) {
  if (opened !== album) return;
  if (problem.status === 401) {
    signOut(problem.message);
  } else {
    say(place, problem.message);
  }
}

function say(place, message) {
  $(place).textContent = message ?? '';
  $(place).hidden = !message;
}

function day(instant) {
  return new Date(instant).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

function bytes(size) {
  const unit = size < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(size) / 10));
  const value = size / 1024 ** unit;
  return `${value.toLocaleString(undefined, { maximumFractionDigits: value < 10 && unit ? 1 : 0 })} ${['B', 'KB', 'MB', 'GB'][unit]}`;
}

const remembered = sessionStorage.getItem(TOKENS);
if (remembered) {
  open(JSON.parse(remembered));
} else {
  signOut();
}
