// The page that tells who is signed in: to the application, to Cognito and to AWS.

import * as api from './api.js';
import { $, element, moment, pills, say } from './page.js';
import './session.js';

const INSTANTS = ['auth_time', 'exp', 'iat', 'nbf'];

/** Why the role is this one. */
const CHOICES = {
  REQUESTED: 'the album asked for it',
  PREFERRED_BY_TOKEN: 'of your group that comes first',
  ONLY_ONE_OF_TOKEN: 'the only one of your groups',
  AMBIGUOUS_IN_TOKEN: 'for everybody who is signed in, as your groups do not say which of theirs comes first',
  BY_POOL: 'for everybody who is signed in, as your groups have none',
};

function show({ me, email, signedInAt, credentialsExpireAt, role, claims }) {
  $('name').textContent = me.name;
  $('email').textContent = email ?? 'none that is verified';
  $('groups').replaceChildren(...pills(me.groups));
  $('signed-in').textContent = signedInAt ? moment(signedInAt) : '–';
  $('identity').textContent = me.identityId ?? '–';
  $('role').textContent = role?.arn ?? '–';
  $('choice').textContent = role ? CHOICES[role.choice] ?? role.choice : '';
  $('session').textContent = me.roleArn ?? '–';
  $('credentials').textContent = credentialsExpireAt
    ? `temporary, until ${moment(credentialsExpireAt)}; then new ones come by themselves`
    : '–';
  say('reason', me.reason);
  $('claims').replaceChildren(...Object.entries(claims).map(line));
  $('profile').hidden = false;
}

function line([name, value]) {
  const cell = element('td', {}, element('code', { textContent: text(value) }));
  if (INSTANTS.includes(name)) {
    cell.append(' ', element('small', { textContent: moment(value * 1000) }));
  }
  return element('tr', {}, element('th', { scope: 'row' }, element('code', { textContent: name })), cell);
}

function text(value) {
  if (Array.isArray(value)) return value.map(text).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

try {
  show(await api.profile());
} catch (problem) {
  say('page-error', problem.message);
}
