// What moves a roster: swaps between two leaders (W16), leave, and sensitive periods (W17).

import { get, post } from './api.js';
import { chip, el, instant, press, table, today, words } from './view.js';
import { step } from './step.js';

export async function rosterHands({ roster, keeps, me, city, done }) {
  const own = me.court === roster.court;
  const swaps = me.role === 'leader' || keeps ? (await get(`/api/rosters/${roster.court}/swaps?from=${roster.from}&to=${roster.to}`)).items : null;
  const periods = roster.sensitivePeriods, later = me.role === 'leader' ? (await get(`/api/rosters/${roster.court}?${monthAfter(roster.to)}`)).days : [];
  return [
    swaps && el('section', { class: 'half', id: 'swaps' }, el('h2', {}, '换班'), table(['提出', '让出', '换得', '对方', '', ''], swaps.map(swap), '本月没有换班申请。'), me.role === 'leader' && propose()),
    (keeps || (me.role === 'leader' && own)) && el('section', { class: 'half', id: 'leave' }, el('h2', {}, '请假'), ...away(), leave()),
    (me.role === 'supervisor' || periods.length > 0) && el('section', { class: 'half', id: 'periods' }, el('h2', {}, '敏感时期'),
      el('p', { class: 'note' }, '敏感时期由中院领导到联系的基层法院带班。'),
      table(['名称', '自', '至', ''], periods.map(p => [p.name, p.from, p.to, me.role === 'supervisor' ? withdraw(p) : '']), '本月没有敏感时期。'), me.role === 'supervisor' && declare()),
  ].filter(Boolean);

  function swap(item) {
    const settles = (title, what) => {
      const button = el('button', { type: 'button', class: 'small plain', onclick: () => press(button, async () => { await post(`/api/rosters/${roster.court}/swaps/${item.swapId}/${what}`); await done(); }) }, title);
      return button;
    };
    const open = item.status === 'proposed', asked = item.counterpart.leaderId === me.sub, proposed = item.proposer.leaderId === me.sub;
    return [`${item.proposer.name} ${instant(item.proposedAt)}`, shiftOf(item.mine), shiftOf(item.theirs), item.counterpart.name, [chip(...words.swap[item.status]), item.why && el('div', { class: 'note' }, item.why)].filter(Boolean),
      el('div', { class: 'acts' }, open && asked && [settles('同意', 'accept'), settles('不同意', 'decline')], open && proposed && settles('撤回', 'decline'))];
  }

  function propose() {
    // A reception day is the leader's whose matters it is, and is not swapped (S7).
    const ahead = [...roster.days, ...later].filter(d => d.date > today()).flatMap(d => d.shifts.filter(s => s.shift !== 'receptionDay').map(s => ({ ...s, date: d.date })));
    const choice = (name, list, title) => Object.assign(el('select', { name }, list.map((s, i) => el('option', { value: i }, title(s)))), { read() { const s = list[this.value]; return s && { date: s.date, shift: s.shift }; } });
    const mine = ahead.filter(s => s.leader.leaderId === me.sub), others = ahead.filter(s => s.leader.leaderId !== me.sub);
    if (mine.length === 0 || others.length === 0) return el('p', { class: 'empty' }, '本月和下月没有可以换的班次。');
    const theirs = choice('theirs', others, s => `${shiftOf(s)} ${s.leader.name}`);
    return el('details', {}, el('summary', {}, '提出换班'), el('p', { class: 'note' }, '双方都须在较早一班开始二十四小时以前同意，信访部门随即知悉。'), step(`/api/rosters/${roster.court}/swaps`, '提出', [
      ['mine', '我的班次', choice('mine', mine, shiftOf)], ['theirs', '对方的班次', theirs], ['with', null, { read: () => others[theirs.value]?.leader.leaderId }],
    ], done));
  }

  /** Days on end are one line. */
  function away() {
    const lines = [];
    for (const { leader, date } of [...roster.leave].sort((a, b) => a.leader.localeCompare(b.leader) || a.date.localeCompare(b.date))) {
      const last = lines.at(-1);
      if (last?.leader === leader && Date.parse(date) - Date.parse(last.to) === 86_400_000) last.to = date;
      else lines.push({ leader, from: date, to: date });
    }
    return lines.map(l => el('p', { class: 'note' }, `${city.leaders.find(x => x.id === l.leader)?.name ?? l.leader} ${l.from}${l.to === l.from ? '' : ` 至 ${l.to}`}`));
  }

  function leave() {
    const whose = city.leaders.filter(l => l.court === roster.court && l.active !== false && (me.role !== 'leader' || l.id === me.sub));
    const form = (title, path) => step(`/api/rosters/${roster.court}/${path}`, title, [
      ['leader', '领导', el('select', { name: 'leader' }, whose.map(l => el('option', { value: l.id }, `${l.name}（${l.post}）`))), 'third'],
      ['from', '自', el('input', { name: 'leaveFrom', type: 'date' }), 'third'], ['to', '至', el('input', { name: 'leaveTo', type: 'date' }), 'third']], done);
    return el('div', {}, el('details', { id: 'away' }, el('summary', {}, '登记请假（未开始的班次转为空缺）'), form('请假', 'leaves')), el('details', { id: 'back' }, el('summary', {}, '销假'), form('销假', 'leaves/end')));
  }

  function withdraw(period) {
    const button = el('button', { type: 'button', class: 'small plain', onclick: () => press(button, async () => { await post('/api/rosters/sensitive-periods/withdraw', period); await done(); }) }, '撤回');
    return button;
  }

  function declare() {
    return el('details', {}, el('summary', {}, '确定敏感时期'), step('/api/rosters/sensitive-periods', '确定', [
      ['name', '名称', el('input', { name: 'period', maxlength: 50, autocomplete: 'off' }), 'third'], ['from', '自', el('input', { name: 'periodFrom', type: 'date' }), 'third'],
      ['to', '至', el('input', { name: 'periodTo', type: 'date' }), 'third']], done));
  }
}

const shiftOf = ({ date, shift }) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日${words.shift[shift]}`;

/** The days of the month after the one that ends on this day. */
function monthAfter(day) {
  const [year, month] = day.split('-').map(Number), [first, last] = [new Date(Date.UTC(year, month, 1)), new Date(Date.UTC(year, month + 1, 0))].map(d => d.toISOString().slice(0, 10));
  return `from=${first}&to=${last}`;
}
