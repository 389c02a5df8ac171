// Who speaks for a collective petition beside the petitioner: each with a document, so that whoever of them comes again is known.

import { el, field, options, words } from './view.js';

const collective = 5, most = 4;

/** The part of the form that stands there while `headcount` makes it a collective petition; hidden, it is not sent. */
export function representatives(headcount) {
  const { none, ...kinds } = words.idType;
  const rows = el('div'), add = el('button', { type: 'button', class: 'plain small', id: 'addRepresentative', onclick: () => { rows.append(row()); arrange(); } }, '添加代表人');
  const part = el('fieldset', { class: 'whole', 'data-field': 'representatives', hidden: true },
    el('legend', {}, `其他代表人（除上面的信访人外最多 ${most} 人）`), el('span', { class: 'fault', role: 'alert' }), rows, add);

  function row() {
    const node = el('div', { class: 'person' },
      field('idType', '证件类型', el('select', {}, options(kinds)), 'third'),
      field('idNumber', '证件号码', el('input', { autocomplete: 'off', maxlength: 40 }), 'third'),
      field('name', '姓名', el('input', { autocomplete: 'off', maxlength: 100 }), 'third'),
      el('button', { type: 'button', class: 'plain small', onclick: () => { node.remove(); arrange(); } }, '移除'));
    return node;
  }

  /** Every field is named by its place in the request, so that what is wrong with it is said beside it. */
  function arrange() {
    [...rows.children].forEach((person, i) => person.querySelectorAll('label').forEach(label => {
      label.dataset.field = `representatives[${i}].${label.dataset.field.split('.').at(-1)}`;
    }));
    add.hidden = rows.children.length === most;
  }

  function show() { part.hidden = Number(headcount.value) < collective; }

  function value() {
    if (part.hidden || rows.children.length === 0) return undefined;
    return [...rows.children].map(person => {
      const [idType, idNumber, name] = [...person.querySelectorAll('select, input')].map(input => input.value.trim());
      return { idType, idNumber, name: name || undefined };
    });
  }

  function clear() {
    rows.replaceChildren();
    arrange();
    show();
  }

  headcount.addEventListener('input', show);
  return { part, value, clear };
}
