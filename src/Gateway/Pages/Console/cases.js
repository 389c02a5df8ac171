// The ledger (台账): what there is at this court, or in the city, and where each matter stands.

import { get, save } from './api.js';
import { chip, day, el, latest, number, opener, options, press, table, titles, unopened, words } from './view.js';

/** What was asked for last: who comes back from a case finds the list as it was, and nobody else does. */
let asked = {}, askedBy = null;

export async function cases({ page, me, city, open }) {
  const newest = latest();
  if (askedBy !== me.sub) [asked, askedBy] = [{}, me.sub];
  const pick = (name, title, all, list) => {
    const input = el('select', { name, onchange: () => { asked[name] = input.value; show(); } }, el('option', { value: '' }, all), options(list));
    input.value = asked[name] ?? '';
    return el('label', { class: 'third' }, title, input);
  };
  const query = () => Object.entries(asked).filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const courtOf = id => city.courts.find(c => c.id === id)?.name ?? id;
  const wide = me.role === 'supervisor' || me.role === 'leadingGroup';
  const leaders = city.leaders.filter(l => wide || l.court === me.court);
  const typed = el('input', { name: 'caseNumber', autocomplete: 'off', placeholder: '如：（2016）鲁9902民初4058号', value: asked.caseNumber ?? '' });
  const look = el('button', { class: 'small' }, '查找'), list = el('div', { id: 'cases' }), more = el('div');
  const sheet = el('button', { type: 'button', class: 'plain small', onclick: () => press(sheet, () => save(`/api/cases/export?${query()}`, '信访台账.xlsx')) }, '导出');
  const form = el('form', { onsubmit: e => { e.preventDefault(); asked.caseNumber = typed.value.trim(); press(look, show); } },
    pick('status', '状态', '全部状态', words.status), pick('due', '期限', '全部期限', titles(words.due)),
    wide ? pick('court', '法院', '全市法院', Object.fromEntries(city.courts.map(c => [c.id, c.name]))) : null,
    pick('owner', '包案领导', '全部领导', Object.fromEntries(leaders.map(l => [l.id, `${l.name}（${l.post}）`]))),
    el('label', { class: 'third' }, '原审案号', typed), el('div', { class: 'whole acts' }, look, sheet));
  page.replaceChildren(el('section', {}, el('h2', {}, '信访台账'), form, list, more));
  await show();

  async function show() {
    list.replaceChildren();
    await next(null, []);
  }

  async function next(after, before) {
    let found;
    try { found = await newest(get(`/api/cases?limit=50&${query()}${after ? `&after=${after}` : ''}`)); }
    catch (refused) {
      more.replaceChildren();
      return list.replaceChildren(unopened(refused));
    }
    if (!found) return;
    const all = [...before, ...found.items];
    list.replaceChildren(table(['案号', '法院', '状态', '包案领导', '接访次数', '最近接访', '在办天数', '现手中天数'], all.map(line), '没有这样的信访事项。'));
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, () => next(found.next, all)) }, '再列 50 件');
    more.replaceChildren(...found.next ? [button] : []);
  }

  function line(c) {
    return [
      opener(open, c), courtOf(c.court), chip(words.status[c.status] ?? c.status, c.status === 'reopened' ? 'warn' : ''),
      c.owner ? `${c.owner.name}${c.owner.court === c.court ? '' : `（${courtOf(c.owner.court)}）`}` : chip('待定', 'bad'), number(c.receptions), day(c.lastReceptionOn), number(`${c.ageDays} 天`), number(`${c.heldDays} 天`)];
  }
}
