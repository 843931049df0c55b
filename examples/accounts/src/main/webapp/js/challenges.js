// What each challenge shows of itself in its form, and what its form answers.

import * as api from './api.js';
import { $, element, say } from './page.js';
import { signedByPasskey } from './passkey.js';

const FIRST_FACTORS = {
  PASSWORD: ['Password', ''],
  PASSWORD_SRP: ['Password', 'It is proved to Cognito, and not sent.'],
  EMAIL_OTP: ['Code by e-mail', ''],
  SMS_OTP: ['Code by text message', ''],
  WEB_AUTHN: ['Passkey', 'Your finger, your face, or your device’s own code.'],
};

const SECOND_FACTORS = {
  SMS_MFA: ['Code by text message', ''],
  EMAIL_OTP: ['Code by e-mail', ''],
  SOFTWARE_TOKEN_MFA: ['Authenticator app', 'The code that it shows.'],
};

const ATTRIBUTES = {
  email: ['E-mail', 'email'],
  phone_number: ['Telephone number, as in +12065550100', 'tel'],
  name: ['Name', 'text'],
  given_name: ['First name', 'text'],
  family_name: ['Last name', 'text'],
  birthdate: ['Date of birth', 'date'],
};

const value = (form, name) => new FormData(form).get(name);
const code = { show() {}, answer: form => ({ code: value(form, 'code') }) };

export const challenges = {
  newPassword: {
    show(form, { requiredAttributes, attributes }) {
      const due = $('due-attributes');
      due.querySelectorAll('.field').forEach(field => field.remove());
      due.append(...requiredAttributes.map(name => attributeField(name, attributes[name])));
      due.hidden = requiredAttributes.length === 0;
    },
    answer(form) {
      if (value(form, 'newPassword') !== value(form, 'again')) {
        throw new Error('The two are not the same.');
      }
      const attributes = [...$('due-attributes').querySelectorAll('input')].map(input => [input.name, input.value]);
      return { newPassword: value(form, 'newPassword'), attributes: Object.fromEntries(attributes) };
    },
  },

  sentCode: {
    ...code,
    show(form, { medium, destination }) {
      const by = medium === 'EMAIL' ? 'by e-mail' : 'by text message';
      $('sent-code-lead').replaceChildren(`We have sent you one ${by}`,
        ...(destination ? [' to ', element('b', { textContent: destination })] : []), '.');
    },
  },

  authenticatorCode: code,

  authenticatorSetUp: {
    ...code,
    show(form, { secret, uri }, state) {
      $('secret').textContent = secret.replace(/(.{4})(?=.)/g, '$1 ');
      $('otpauth').href = uri;
      $('qr').setAttribute('hidden', '');
      api.qrCode(state).then(draw, () => {}); // link and text do without
    },
  },

  secondFactorChoice: {
    show: (form, { factors }) => $('second-factors').replaceChildren(...buttons(factors, SECOND_FACTORS)),
    answer: (form, pressed) => ({ secondFactor: pressed.value }),
  },

  firstFactorChoice: {
    show: (form, { factors }) => $('first-factors').replaceChildren(...buttons(withoutNeed(factors), FIRST_FACTORS)),
    answer: (form, pressed) => ({ firstFactor: pressed.value }),
  },

  password: {
    show() {},
    answer: form => ({ password: value(form, 'password') }),
  },

  passkey: {
    show(form, { requestOptions }) {
      form.dataset.options = requestOptions;
    },
    answer: async form => ({ passkey: await signedByPasskey(JSON.parse(form.dataset.options)) }),
  },

  custom: {
    show(form, { parameters }) {
      $('custom-parameters').replaceChildren(...Object.entries(parameters).flatMap(([name, text]) =>
        [element('dt', { textContent: name }), element('dd', { textContent: text })]));
    },
    answer: form => ({ custom: value(form, 'custom') }),
  },
};

function attributeField(name, had = '') {
  const [label, type] = ATTRIBUTES[name] ?? [name, 'text'];
  const id = `attribute-${name}`;
  return element('div', { className: 'field' },
    element('label', { htmlFor: id, textContent: label }),
    element('input', { id, name, type, value: had, required: true }));
}

/** The password need not be sent where it can be proved. */
const withoutNeed = factors =>
  factors.filter(factor => factor !== 'PASSWORD' || !factors.includes('PASSWORD_SRP'));

function buttons(factors, names) {
  return factors.map(factor => {
    const [name, hint] = names[factor] ?? [factor, ''];
    const button = element('button', { value: factor }, element('b', { textContent: name }));
    if (hint) button.append(element('small', { textContent: hint }));
    return button;
  });
}

/** With the margin of four modules that readers need. */
function draw({ size, path }) {
  $('qr').setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
  $('qr').querySelector('path').setAttribute('d', path);
  $('qr').removeAttribute('hidden');
}
