// A step of something that is open on a page: a small form whose refusals stand beside its fields.

import { newKey, post } from './api.js';
import { el, field, press, say } from './view.js';

/** A form that does one thing at an address: `inputs` are [path in the request, title, input, width]; a path with a dot is inside an object,
 * one that ends with [] is a list, a name per line or per 、; in a choice of several it is sent also when nothing is chosen. An input with a
 * `read` of its own says itself what is sent; one without a title is sent and not shown. `done` is called with the answer when it was done,
 * and a form that is still there then is empty for the next one; `fixed` is sent along, `how` as by `post`. */
export function step(address, title, inputs, done, fixed = {}, how = {}) {
  const told = el('p', { class: 'fault', role: 'alert' });
  const submit = el('button', { class: 'small' }, title);
  let key = newKey();
  const body = () => {
    const made = { ...fixed };
    for (const [name, , input] of inputs) {
      if (input.read) {
        made[name] = input.read();
        continue;
      }
      if (input.multiple) {
        made[name.slice(0, -2)] = [...input.selectedOptions].map(o => o.value);
        continue;
      }
      const text = input.value.trim();
      if (!text || input.closest('[hidden]')) continue;
      const [first, inner] = name.split('.');
      if (name.endsWith('[]')) made[name.slice(0, -2)] = text.split(/[\n、，,]/).map(t => t.trim()).filter(Boolean);
      else if (inner) (made[first] ??= {})[inner] = input.type === 'number' ? Number(text) : text;
      else made[first] = input.type === 'number' ? Number(text) : text;
    }
    return made;
  };
  const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(submit, act); } },
    inputs.filter(([, label]) => label !== null).map(([name, label, input, kind]) => field(name.replace('[]', ''), label, input, kind)), el('div', { class: 'whole' }, submit), told);

  async function act() {
    say(form, {});
    told.textContent = '';
    let answer;
    try { answer = await post(address, body(), { ...how, key }); }
    catch (refused) {
      say(form, refused.errors);
      told.textContent = refused.message;
      // What is sent next is another request, unless nobody knows whether this one counted.
      if (refused.status && refused.status !== 503) key = newKey();
      return;
    }
    // It counted. Where only the showing of it fails the key stays: pressed again, the same is answered and nothing is done twice.
    try { await done(answer); }
    catch (refused) {
      told.textContent = `已办理，但页面没有更新：${refused.message}`;
      return;
    }
    key = newKey();
    form.reset();
  }

  return form;
}
