// The supervisor's day: who has reported, who has not, whose figures differ from the register (J11), and alerts: as they come.

import { follow, get, post } from './api.js';
import { chip, el, instant, limit, press, tell, words } from './view.js';

const grounds = { concealed: '少报', nilOnBusyDay: '有接访却零报告', registeredSince: '报送后又有登记', overstated: '多报' };

export async function board({ page, city, state, stop }) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const date = el('input', { type: 'date', value: today, max: today, id: 'date', onchange: () => load().catch(refused => tell(refused.message)) });
  const units = el('div', { class: 'units', id: 'units' }), summary = el('p', { class: 'note' }), alerts = el('div', { id: 'alerts' });
  page.replaceChildren(
    el('section', {}, el('h2', {}, '预警'), alerts),
    el('section', {}, el('h2', {}, '日报告'), el('label', {}, '日期', date), summary, units));
  const { asOf } = await load();
  follow(`/api/alerts/events?after=${asOf.position}`, asOf.position, (kind, alert) => {
    if (kind === 'alert') tell(`预警：${alert.kindName}`);
    load().catch(refused => tell(refused.message));
  }, state, stop);

  async function load() {
    const [day, open] = await Promise.all([get(`/api/daily-reports/${date.value}`), get('/api/alerts?open=true&limit=200')]);
    const count = status => day.items.filter(u => u.status === status).length;
    summary.textContent = `${day.items.length} 个报送单位：${Object.entries(words.dayStatus).map(([word, [title]]) => `${title} ${count(word)}`).join('，')}。`;
    units.replaceChildren(...day.items.map(unit), ...day.unassigned.map(above));
    alerts.replaceChildren(...open.items.length === 0 ? [el('p', { class: 'empty' }, '没有未签收的预警。')] : [...open.items.map(a => alertOf(a, day.items)), ...open.next ? [el('p', { class: 'note' }, `另有 ${open.open - open.items.length} 条较早的预警未签收。`)] : []]);
    return day;
  }

  function unit(u) {
    const [title, kind] = words.dayStatus[u.status] ?? [u.status, ''];
    return el('div', { class: `unit ${kind}` }, el('b', {}, u.name), ' ', chip(title, kind), u.concealed && chip('瞒报', 'bad'),
      el('div', { class: 'note' }, u.figures ? `报 ${u.figures.receptions} 次，登记 ${u.registered.receptions} 次` : `登记 ${u.registered.receptions} 次，时限 ${limit(u.due)}`),
      u.differences.length > 0 && el('ul', {}, u.differences.map(d => el('li', {}, `${d.title}：报 ${d.reported}，登记 ${d.registered}（${grounds[d.ground] ?? d.ground}）`))),
      u.missingAlerts > 0 && el('div', { class: 'fault' }, `${u.missingAlerts} 件应预警而未报`),
      (u.missing || u.concealed) && el('div', { class: 'note' }, `联系：${[u.contact.name, u.contact.post, u.contact.phone].filter(Boolean).join(' ')}`));
  }

  // Nobody reports for leaders above the divisions; what they received is in the register and in the city's sums.
  function above(c) {
    return el('div', { class: `unit ${c.missingAlerts > 0 ? 'bad' : ''}` }, el('b', {}, `${c.name}（不属庭室的领导）`),
      el('div', { class: 'note' }, `登记 ${c.registered.receptions} 次，无须报送日报告`),
      c.missingAlerts > 0 && el('div', { class: 'fault' }, `${c.missingAlerts} 件应预警而未报`));
  }

  function alertOf(a, reporting) {
    const unit = reporting.find(u => u.unit === a.unit)?.name ?? city.courts.find(c => c.id === a.unit)?.name ?? a.unit;
    const button = el('button', { type: 'button', class: 'small', onclick: () => press(button, async () => { await post(`/api/alerts/${a.alertId}/acknowledge`); await load(); }) }, '签收');
    return el('div', { class: 'unit bad' }, el('b', {}, a.kindName), ' ', `${unit} · ${instant(a.occurredAt)} · ${a.headcount} 人`, el('p', {}, a.words), button);
  }
}
