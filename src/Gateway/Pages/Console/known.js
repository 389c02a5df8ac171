// Whose matter it is: the person's cases as they were looked up, and which of them the clerk means (W4).

import { post } from './api.js';
import { chip, day, el, ownerOf, words } from './view.js';

/** The list beside the form. `number` is the field of the original case number: what the clerk types goes before what was found. */
export function knownCases({ idType, idNumber, number, city }) {
  const list = el('div', { id: 'known' });
  let cases = [], looked = '';

  const choice = (value, ...what) => el('label', { class: 'choice' }, el('input', { type: 'radio', name: 'case', value }), el('span', {}, what));

  async function lookUp() {
    const asked = `${idType.value}/${idNumber.value.trim()}`;
    if (asked === looked) return;
    looked = asked;
    cases = [];
    list.replaceChildren(el('p', { class: 'empty' }, '填写证件号码后，这里显示此人已有的事项和包案领导。'));
    if (!idNumber.value.trim() || idType.value === 'none') return;
    try {
      const found = await post('/api/ownership/lookup', { idType: idType.value, idNumber: idNumber.value });
      if (asked === looked) offer(found.cases);
    } catch (refused) {
      if (asked === looked) list.replaceChildren(el('p', { class: 'fault' }, Object.values(refused.errors).flat()[0] ?? refused.message));
    }
  }

  function offer(found) {
    cases = found;
    if (cases.length === 0) return list.replaceChildren(el('p', { class: 'empty' }, '本市没有此人的登记：初访，接访领导即为包案领导。'));
    list.replaceChildren(
      ...cases.map(c => choice(c.caseId,
        el('b', {}, c.caseNumber ?? '无案号事项'), ' ', chip(words.status[c.status] ?? c.status), el('br'),
        c.owner ? `包案领导：${ownerOf(c.owner, city)}` : '包案领导待定', el('br'),
        el('span', { class: 'note' }, `已接访 ${c.receptions} 次，最近 ${day(c.lastReceptionOn)}`))),
      choice('number', '按左侧填写的原审案号'),
      choice('new', '确为新的事项'));
    choose();
  }

  /** Those among whom the gateway asks to choose: a representative's case was not looked up with the person. */
  async function offerAlso(candidates) {
    const missing = candidates.filter(c => !cases.some(k => k.caseId === c.caseId));
    if (missing.length === 0) return;
    const found = await Promise.all(missing.map(c => post('/api/ownership/lookup', { caseId: c.caseId })));
    // Meanwhile the person's own look-up may have come.
    offer([...cases, ...found.flatMap(f => f.cases).filter(c => !cases.some(k => k.caseId === c.caseId))]);
  }

  /** Beforehand: the case of the number that was typed, else that number; only where none was typed the one case there is. */
  function choose() {
    const typed = plain(number.value);
    const likely = typed ? cases.find(c => plain(c.caseNumber ?? '') === typed)?.caseId ?? 'number' : cases.length === 1 ? cases[0].caseId : undefined;
    for (const radio of list.querySelectorAll('input')) radio.checked = radio.value === likely;
  }

  function reference() {
    const value = list.querySelector('input:checked')?.value;
    if (value === 'new') return { new: true };
    if (value && value !== 'number') return { caseId: value };
    return number.value.trim() ? { caseNumber: number.value } : undefined;
  }

  function clear() {
    looked = '';
    cases = [];
    list.replaceChildren();
  }

  for (const field of [idType, idNumber]) field.addEventListener('change', lookUp);
  number.addEventListener('input', choose);
  return { list, lookUp, offerAlso, reference, clear };
}

/** A case number as it is compared: brackets, widths and spaces are typed in many ways. */
const plain = text => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
