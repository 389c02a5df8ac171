// Gathers matters into the ledger of a campaign (L1): one by its number, or many from the court's own ledger.

import { get, post } from './api.js';
import { chip, day, el, field, number, options, press, say, table, words } from './view.js';
import { step } from './step.js';

export function gathering({ campaign, me, court, city, done }) {
  const address = `/api/campaigns/${campaign.campaignId}/cases`;
  const text = (name, set) => el('input', { name, autocomplete: 'off', maxlength: 100, ...set });
  const of = city.courts.filter(c => me.role === 'supervisor' || c.id === me.court);
  const units = Object.fromEntries(of.flatMap(c => c.divisions?.length && c.tier === 'intermediate' ? c.divisions.map(d => [`${c.id}:${d}`, `${c.name}${d}`]) : c.tier === 'intermediate' ? [] : [[c.id, c.name]]));
  const unit = () => el('select', { name: 'unit' }, options(units));
  return el('div', {}, el('h2', {}, `列入台账 · ${court?.name ?? me.court}`), byNumber(), many());

  /** By the number of the lawsuit, as it lies before the clerk; where several petitions are about it, one is chosen. */
  function byNumber() {
    const asked = text('number', { maxlength: 80, placeholder: '案号或事项编号' }), found = el('div', { class: 'whole', id: 'found' });
    const look = el('button', { class: 'plain' }, '查找');
    const search = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(look, seek); } }, field('caseNumber', '列入事项', asked, 'whole'), el('div', { class: 'whole' }, look), found);
    return search;

    async function seek() {
      say(search, {});
      found.replaceChildren();
      const given = asked.value.trim(), byId = /^[0-9a-f-]{36}$/i.test(given);
      try {
        const { cases } = await post('/api/ownership/lookup', byId ? { caseId: given } : { caseNumber: given });
        found.replaceChildren(...cases.length === 0 ? [el('p', { class: 'empty' }, '没有这个信访事项；没有登记的，请先登记接访。')] : cases.map(one));
      } catch (refused) { say(search, { caseNumber: refused.errors.caseNumber ?? refused.errors.caseId ?? [refused.message] }); }
    }
  }

  function one(standing) {
    const made = step(address, '列入', [
      ['unit', '责任单位', unit(), 'whole'], ['judge', '承办法官', text('judge')], ['limitOn', '办理期限（不填为截止日期）', el('input', { name: 'limitOn', type: 'date' })],
    ], done, { caseId: standing.caseId });
    return el('div', { class: 'unit' }, el('b', {}, standing.caseNumber ?? '无案号'), ' ', chip(words.status[standing.status]),
      el('p', { class: 'note' }, standing.owner ? `包案领导 ${standing.owner.name}` : '尚无包案领导'), made);
  }

  /** What is under way and not on this ledger yet: whoever is given a judge is gathered, one after the other, and what was refused stays with the reason. */
  function many() {
    const inside = el('div'), share = unit(), running = ['open', 'reopened', 'pending'];
    const status = el('select', { name: 'ofStatus', onchange: () => press(status, () => show()) }, running.map(s => el('option', { value: s }, words.status[s])));
    const open = el('button', { type: 'button', class: 'plain small', onclick: () => press(open, () => show()) }, '从信访台账选入');
    return el('div', { id: 'many' }, open, inside);

    async function show(after) {
      const [gathered, ledger] = await Promise.all([all(address), get(`/api/cases?limit=50&status=${status.value}${after ? `&after=${after}` : ''}`)]);
      const there = new Set(gathered.flatMap(c => [c.caseId, c.joinedInto, ...(c.alsoGathered ?? [])]));
      const rows = ledger.items.filter(c => !there.has(c.caseId)).map(c => ({ id: c.caseId, judge: text('judgeOf', { 'aria-label': `${c.caseNumber ?? '无案号事项'}的承办法官`, placeholder: '承办法官' }), told: el('span', { class: 'fault' }), c }));
      const progress = el('div', { role: 'status' });
      const gather = el('button', { type: 'button', onclick: () => press(gather, () => send(rows.filter(r => r.judge.value.trim()), progress, share.value)) }, '列入已填承办法官的');
      const next = el('button', { type: 'button', class: 'plain small', onclick: () => press(next, () => show(ledger.next)) }, '再列 50 件');
      inside.replaceChildren(el('p', { class: 'note' }, '填写承办法官的，一并列入；期限为集中办访月的截止日期。'), field('status', '状态', status, 'whole'), field('unit', '责任单位', share, 'whole'),
        table(['案号', '最近接访', '在手天数', '承办法官'], rows.map(r => [[r.c.caseNumber ?? '无案号事项', r.told], day(r.c.lastReceptionOn), number(r.c.heldDays), r.judge]), '这里的事项都已列入。'),
        el('div', { class: 'acts' }, rows.length > 0 && gather, ledger.next && next), progress);
    }

    async function send(rows, progress, unit) {
      if (rows.length === 0) return progress.replaceChildren(el('p', { class: 'fault' }, '请先填写要列入的事项的承办法官。'));
      let count = 0, refused = 0;
      for (const row of rows) {
        try {
          await post(address, { caseId: row.id, unit, judge: row.judge.value.trim() });
          row.judge.disabled = true;
          row.judge.value = '';
          row.told.replaceWith(chip('已列入', 'good'));
          count++;
        } catch (problem) {
          row.told.textContent = ` ${Object.values(problem.errors).flat().join('') || problem.message}`;
          refused++;
        }
        progress.replaceChildren(el('meter', { max: rows.length, value: count + refused }), el('p', {}, `已列入 ${count} / ${rows.length} 件${refused ? `，未列入 ${refused} 件，原因见各行` : ''}`));
      }
      if (refused === 0) await done();
    }
  }
}

/** Every page of a list. */
async function all(address) {
  const items = [];
  for (let next = ''; next !== null;) {
    const page = await get(`${address}?limit=200${next && `&after=${next}`}`);
    items.push(...page.items);
    next = page.next ?? null;
  }
  return items;
}
