// A day of the roster: its shifts, what the office may arrange, and the duty log of each shift (W2, W17).

import { get } from './api.js';
import { chip, el, instant, press, table, today, words } from './view.js';
import { step } from './step.js';

const kinds = { working: ['工作日', ''], off: ['休息日', ''], provisional: ['日历未发布', 'warn'] };

/** What is shown of it. `keeps`: whoever looks arranges this court's roster, against the version with this `tag`. */
export function rosterDay({ day, roster, tag, keeps, me, city, done }) {
  const away = roster.leave.filter(l => l.date === day.date).map(l => city.leaders.find(x => x.id === l.leader)?.name ?? l.leader);
  return [
    el('h2', {}, `${Number(day.date.slice(5, 7))}月${Number(day.date.slice(8))}日 ${day.weekday} `, chip(...kinds[day.day])),
    ...day.shifts.map(shift => el('div', { class: 'unit good' }, el('b', {}, words.shift[shift.shift]), ` ${hours(shift)}`,
      el('div', {}, `${shift.leader.name} ${shift.leader.post}${shift.insteadOf ? `（与${shift.insteadOf.name}换班）` : ''}`),
      el('div', { class: 'note' }, [shift.staff && `信访值班人员 ${shift.staff}`, shift.topic].filter(Boolean).join('；')))),
    ...roster.gaps.filter(g => g.date === day.date).map(g => el('p', { class: 'fault' }, g.message)),
    day.shifts.length === 0 && el('p', { class: 'empty' }, '没有值班安排。'),
    away.length > 0 && el('p', { class: 'note' }, `请假：${away.join('、')}`),
    keeps && el('details', { id: 'arrange' }, el('summary', {}, '编排这一天'), arrange()),
    reads() && day.date <= today() && day.shifts.length > 0 && logs(),
  ].filter(Boolean);

  function arrange() {
    const sensitive = roster.sensitivePeriods.some(p => p.from <= day.date && day.date <= p.to);
    // Whoever has a shift already is among them, also after he left or his period was called off: saving another shift must not take his away unseen.
    const here = city.leaders.filter(l => (l.active !== false && (l.court === roster.court || (sensitive && l.linkedCourts?.includes(roster.court)))) || day.shifts.some(s => s.leader.leaderId === l.id));
    const rows = ['morning', 'afternoon', 'afterHours'].filter(kind => kind === 'afterHours' || day.day !== 'off').map(kind => {
      const known = day.shifts.find(s => s.shift === kind);
      const leader = el('select', { name: kind, 'aria-label': `${words.shift[kind]}带班领导` }, el('option', { value: '' }, '空缺'), here.map(l => el('option', { value: l.id }, `${l.name}（${l.post}）`)));
      const staff = el('input', { name: `${kind}Staff`, 'aria-label': `${words.shift[kind]}信访值班人员`, placeholder: '信访值班人员', maxlength: 100, autocomplete: 'off', value: known?.staff });
      const [from, to] = ['from', 'to'].map(end => el('input', { type: 'time', 'aria-label': end === 'from' ? '自' : '至', value: known ? known[end].slice(11, 16) : { from: '17:00', to: '20:00' }[end] }));
      leader.value = known?.leader.leaderId ?? '';
      const read = () => leader.value && { shift: kind, leader: leader.value, staff: staff.value.trim() || undefined, ...kind === 'afterHours' && { from: from.value, to: to.value } };
      return { read, part: el('div', { class: 'acts' }, el('b', {}, words.shift[kind]), leader, staff, kind === 'afterHours' && [from, to]) };
    });
    // A reception day is announced and called off elsewhere; here it stays as it is (S7).
    const kept = day.shifts.filter(s => s.shift === 'receptionDay').map(s => ({ shift: s.shift, leader: s.leader.leaderId, from: s.from.slice(11, 16), to: s.to.slice(11, 16), staff: s.staff ?? undefined, topic: s.topic ?? undefined }));
    const shifts = Object.assign(el('div', { style: 'display: grid; gap: .5rem' }, rows.map(r => r.part)), { read: () => [...rows.map(r => r.read()).filter(Boolean), ...kept] });
    return step(`/api/rosters/${roster.court}/${day.date}`, '保存', [
      ['shifts', '班次', shifts, 'whole'], ['reason', '理由（更正已开始的班次时填写）', el('input', { name: 'reason', maxlength: 500, autocomplete: 'off' }), 'whole'],
    ], done, {}, { method: 'PUT', match: tag });
  }

  function reads() { return me.role === 'supervisor' || (me.court === roster.court && ['clerk', 'leader', 'office'].includes(me.role)) || (me.role === 'leader' && day.shifts.some(s => s.leader.leaderId === me.sub)); }

  /** W2: the leader of the shift, or the window and the office for him, once it has begun. */
  function writes(log) { return (me.role === 'leader' ? log.leader.leaderId === me.sub : me.role !== 'supervisor') && Date.parse(log.from) <= Date.now(); }

  /** Opened on demand: every look into a log is recorded. */
  function logs() {
    const inside = el('div', { id: 'logs' }), address = `/api/duty-logs/${roster.court}/${day.date}`;
    const show = async () => inside.replaceChildren(...(await get(address)).shifts.flatMap(log => [
      el('h2', {}, `${words.shift[log.shift]} · ${log.leader.name}`, ' ', log.times === 0 ? chip('未填写', 'warn') : chip('已填写', 'good')),
      el('p', { class: 'note' }, `接待 ${log.batches} 批 ${log.persons} 人次，初访 ${log.first}，重访 ${log.repeat}，集体访 ${log.collective}，已办结 ${log.settled}`),
      log.received.length > 0 && table(['时间', '方式', '案号', '次'], log.received.map(r => [r.occurredAt.slice(11, 16), words.channel[r.channel], r.caseNumber ?? '无案号事项', String(r.number)]), ''),
      log.window && el('p', {}, `窗口情况：${log.window}`), log.matters && el('p', {}, `重大疑难事项：${log.matters}`),
      log.times > 0 && el('p', { class: 'note' }, `${log.writtenBy} ${instant(log.writtenAt)} 填写${log.times > 1 ? `，共 ${log.times} 次` : ''}`),
      writes(log) && el('details', {}, el('summary', {}, log.times === 0 ? '填写日志' : '更正日志'), step(`${address}/${log.shift}`, '填写', [
        ['window', '窗口情况', text('window', log.window), 'whole'], ['matters', '当日重大疑难事项及处理（可以不填）', text('matters', log.matters), 'whole']], show)),
    ].filter(Boolean)));
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, async () => { await show(); button.hidden = true; }) }, '值班日志');
    return el('div', { style: 'margin-top: .8rem' }, button, inside);
  }
}

const hours = shift => `${shift.from.slice(11, 16)}—${shift.to.slice(11, 16)}`;

function text(name, known) {
  return el('textarea', { name, maxlength: 5000 }, known ?? '');
}
