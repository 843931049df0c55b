// The page at which people sign in: one form for the beginning, one for each challenge.

import * as api from './api.js';
import { challenges } from './challenges.js';
import { $, say } from './page.js';

/** A page that is loaded again goes on where it was. The state is of no use to anybody else, and for a few minutes only. */
const states = {
  get current() { return sessionStorage.getItem('sign-in'); },
  set current(state) { state ? sessionStorage.setItem('sign-in', state) : sessionStorage.removeItem('sign-in'); },
};

const forms = [...document.querySelectorAll('form.step')];
const formOf = step => forms.find(form => form.dataset.step === step);
/** Where something is typed. */
const INPUTS = 'input:not([type=radio], [readonly])';
const problemIn = form => form.querySelector('[role=alert]');

// ---- from step to step

async function go({ step, challenge, state }) {
  if (step === 'signedIn') {
    states.current = null;
    window.location.replace('account.html');
    return;
  }
  const form = formOf(step);
  if (!form) {
    beginAnew('This page does not know what the user pool asks for.');
    return;
  }
  states.current = state;
  form.reset();
  form.querySelectorAll('[data-username]').forEach(field => { field.value = $('username').value; }); // for password managers
  challenges[step].show(form, challenge, state);
  show(form);
}

function beginAnew(message) {
  states.current = null;
  show($('begin'));
  complain($('begin'), message);
}

function show(form) {
  forms.forEach(other => {
    other.hidden = other !== form;
    complain(other);
  });
  $('anew').hidden = form === $('begin');
  const title = form.querySelector('h1');
  document.title = `${title.textContent} · Accounts`;
  (form.querySelector(INPUTS) ?? title).focus();
}

/** Shows what is wrong, or nothing. */
function complain(form, message) {
  say(problemIn(form), message);
  form.querySelectorAll(INPUTS).forEach(input => message
    ? input.setAttribute('aria-invalid', 'true')
    : input.removeAttribute('aria-invalid'));
}

/** Does what takes a while, once; what went wrong is said in the form. */
async function whileBusy(form, work) {
  const buttons = [...form.querySelectorAll('button')];
  complain(form);
  form.classList.add('busy');
  buttons.forEach(button => { button.disabled = true; });
  try {
    await go(await work());
  } catch (problem) {
    if (problem.over) {
      beginAnew(problem.message);
    } else {
      complain(form, problem.message);
      form.querySelector(INPUTS)?.select();
    }
  } finally {
    form.classList.remove('busy');
    buttons.forEach(button => { button.disabled = false; });
  }
}

// ---- the beginning

const way = () => new FormData($('begin')).get('way');

function offerPassword() {
  const due = way() === 'PASSWORD';
  $('password-field').hidden = !due;
  $('password').disabled = !due;
}

$('begin').addEventListener('change', offerPassword);

$('begin').addEventListener('submit', event => {
  event.preventDefault();
  const { username, password } = Object.fromEntries(new FormData($('begin')));
  whileBusy($('begin'), async () => {
    const step = await api.signIn({ username, password, way: way() });
    $('password').value = '';
    return step;
  });
});

// ---- the challenges

forms.filter(form => form.dataset.step).forEach(form => form.addEventListener('submit', event => {
  event.preventDefault();
  whileBusy(form, async () =>
    api.answer(states.current, await challenges[form.dataset.step].answer(form, event.submitter)));
}));

$('begin-anew').addEventListener('click', () => beginAnew());

// ---- when the page is loaded

offerPassword();
$('continue').disabled = false; // until now the browser itself would have sent the form
if (window.location.hash === '#signed-out') {
  say($('notice'), 'You are signed out.');
  history.replaceState({}, '', 'sign-in.html');
}
if (states.current) {
  await whileBusy($('begin'), () => api.challenge(states.current));
}
