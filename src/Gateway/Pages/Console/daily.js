// What a petition office owes today: its daily report or nil return, alerts, a contact who can be reached (J11), and matters without an owner (W3).

import { follow, get, post } from './api.js';
import { chip, day, el, field, instant, latest, limit, number, opener, options, press, table, tell, words } from './view.js';
import { step } from './step.js';

const happened = { escalated: '有到场通知逾期无人回应。', reminded: '有事项超过一个工作日没有在岗的包案领导。', relieved: '有包案领导回避，请指定接任。' };

export async function daily({ page, me, city, court, state, stop, open }) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: city.timeZone ?? 'Asia/Shanghai' }).format(new Date());
  const newest = latest(), newestVacant = latest();
  const { items: units } = await get('/api/reporting-units');
  const unit = el('select', { name: 'unit', onchange: () => press(unit, load) }, units.map(u => el('option', { value: u.unit }, u.name)));
  const date = el('input', { name: 'date', type: 'date', value: today, max: today, onchange: () => press(date, load) });
  const report = el('section', { class: 'wide', id: 'report' }), side = el('section', { class: 'side', id: 'told' }), hands = el('section', { class: 'half', id: 'vacant' }), duty = el('section', { class: 'half', id: 'entries' });
  page.replaceChildren(el('section', {}, el('form', { onsubmit: e => e.preventDefault() }, field('unit', '报送单位', unit), field('date', '日期', date))), report, side, duty, hands);
  const { asOf } = await load();
  follow(`/api/courts/${encodeURIComponent(me.court)}/events?after=${asOf.position}`, asOf.position, kind => { if (happened[kind]) tell(happened[kind]); ownerless().catch(refused => tell(refused.message)); }, state, stop);

  async function load() {
    const of = unit.value;
    const asked = Promise.all([get(`/api/daily-reports/${encodeURIComponent(of)}/${date.value}`), get(`/api/entries/${date.value}`), ownerless()]);
    const [now, entries] = await newest(asked) ?? [];
    if (!now) return (await asked)[0];
    // What is written down goes to the unit that is shown, whichever has been chosen since.
    report.replaceChildren(...reported(now, of));
    side.replaceChildren(...told(now, of));
    duty.replaceChildren(el('h2', {}, '当日登记录入'), ...entries.items.filter(c => c.court === me.court).map(entered));
    return now;
  }

  /** All that the news are about: nothing in it is written in, so whoever writes a report or an alert meanwhile goes on writing. */
  async function ownerless() {
    const vacant = await newestVacant(get('/api/cases/without-owner?limit=50'));
    if (!vacant) return;
    hands.replaceChildren(el('h2', {}, '没有在岗包案领导的事项'), table(['案号', '原包案领导', '自', '应于'], vacant.items.map(v => [opener(open, v), v.owner?.name ?? '—', day(v.since), v.overdue ? chip(`${v.dueOn} 逾期`, 'bad') : day(v.dueOn)]), '没有这样的事项。'),
      vacant.next ? el('p', { class: 'note' }, '只列前 50 件；确定接任领导后，其余依次列出。') : '');
  }

  /** What was told beside what is registered; what differs stands out. */
  function reported({ day: d, corrections, date: on }, of) {
    const [title, kind] = words.dayStatus[d.status] ?? [d.status, ''];
    const differs = new Set(d.differences.map(x => x.figure));
    const rows = Object.entries(words.figure).map(([name, text]) => [text, number(d.registered[name]), number(d.figures ? d.figures[name] : '—'), differs.has(name) ? chip('不符', 'bad') : '']);
    const address = `/api/daily-reports/${encodeURIComponent(of)}/${on}`;
    return [
      el('h2', {}, `日报告 · ${d.name}`, ' ', chip(title, kind), d.concealed && chip('瞒报', 'bad')),
      el('p', { class: 'note' }, d.submitted ? `${d.signer} ${instant(d.submittedAt)} 报送${d.corrections > 0 ? `，更正 ${d.corrections} 次` : ''}` : `报送时限 ${limit(d.due)}`),
      d.missingAlerts > 0 && el('p', { class: 'fault' }, `有 ${d.missingAlerts} 件应预警而未报，请立即报告。`),
      d.submitted ? el('details', {}, el('summary', {}, '更正'), submit(`${address}/corrections`, '更正', d, [['reason', '更正理由', el('input', { name: 'reason', maxlength: 2000, autocomplete: 'off' }), 'whole']]))
        : submit(address, d.registered.receptions === 0 && d.registered.alerts === 0 ? '零报告' : '报送', d, []),
      table(['栏目', '登记簿', '报送', ''], rows, ''), ...corrections.map(c => el('p', { class: 'note' }, `${instant(c.at)} ${c.signer} 更正：${c.reason}`)),
    ].filter(Boolean);
  }

  /** As the register says, unless somebody tells otherwise; a day on which nothing happened is told as nothing. */
  function submit(address, title, d, more) {
    const nil = title === '零报告';
    const figures = nil ? [] : Object.entries(words.figure).map(([name, text]) => [`figures.${name}`, text, el('input', { type: 'number', min: 0, name, placeholder: d.registered[name] }), 'third']);
    const form = step(address, title, [...more, ['remarks', '备注（可以不填）', el('input', { name: 'remarks', maxlength: 2000, autocomplete: 'off' }), 'whole'], ...figures], () => load(), nil ? { nil: true } : {});
    if (figures.length > 0) {
      const others = el('details', { class: 'whole' }, el('summary', {}, '数字与登记簿不同的，在此填写'));
      const inner = el('div', { class: 'figures' });
      inner.append(...figures.map(([, , input]) => input.closest('label')));
      others.append(inner);
      form.prepend(others);
    }
    return form;
  }

  function told({ day: d, alerts }, of) {
    const contact = el('input', { name: 'contactName', value: d.contact.provisional ? '' : d.contact.name, maxlength: 50, autocomplete: 'off' });
    return [
      el('h2', {}, '预警'), ...alerts.map(a => el('div', { class: `unit ${a.acknowledgedAt ? 'good' : 'bad'}` }, el('b', {}, a.kindName), ` ${instant(a.occurredAt)} · ${a.headcount} 人`, el('p', {}, a.words),
        el('p', { class: 'note' }, a.acknowledgedAt ? `${a.acknowledgedBy} ${instant(a.acknowledgedAt)} 签收` : '尚未签收'))),
      el('details', { id: 'alert' }, el('summary', {}, '报告预警'), step('/api/alerts', '立即报告', [
        ['kind', '种类', el('select', { name: 'kind' }, options(words.alertKind))], ['headcount', '人数', el('input', { name: 'headcount', type: 'number', min: 1, value: 1 })],
        ['place', '地点（可以不填）', el('input', { name: 'place', maxlength: 100, autocomplete: 'off' }), 'whole'], ['words', '情况（不写个人信息）', el('textarea', { name: 'words', maxlength: 500 }), 'whole'],
      ], () => load(), { unit: of })),
      el('h2', {}, '昼夜联系人'), el('p', {}, [d.contact.name, d.contact.post, d.contact.phone].filter(Boolean).join('，'), d.contact.provisional && chip('尚未指定，暂由负责人担任', 'warn')),
      el('details', { id: 'contact' }, el('summary', {}, '更换'), step(`/api/reporting-units/${encodeURIComponent(of)}/contact`, '更换', [
        ['name', '姓名', contact], ['post', '职务', el('input', { name: 'contactPost', maxlength: 50, autocomplete: 'off' })], ['phone', '电话', el('input', { name: 'contactPhone', maxlength: 30, autocomplete: 'off' }), 'whole'],
      ], () => load(), {}, { method: 'PUT' })),
    ];
  }

  function entered(c) {
    return el('div', {}, el('p', { class: 'note' }, `${court?.name ?? c.name}当日登记 ${c.receptions} 批次${c.courtLeaderOnDuty === false ? '；没有院领导带班（J2）' : ''}`),
      table(['班次', '带班领导', '登记', ''], c.shifts.map(s => [s.shift, `${s.name}（${s.post}）`, number(s.entered), chip(s.hasEntered ? '已录入' : '未录入', s.hasEntered ? 'good' : 'warn')]), '当日没有公布的班次。'));
  }
}
