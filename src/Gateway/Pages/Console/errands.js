// Stuck-errand desks (Y6): what errand could not be done is written down, and stays in sight until it has been checked and answered.

import { get, save } from './api.js';
import { chip, el, field, latest, number, options, press, table, tell, titles, unopened, words } from './view.js';
import { step } from './step.js';
import { errand } from './errand.js';

const handlers = ['clerk', 'office'], keepers = ['office', 'supervisor'];
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

export async function errands({ page, me, court, city }) {
  const newest = latest();
  const handles = handlers.includes(me.role), keeps = keepers.includes(me.role);
  // It may be a judge who is complained of: he sees the desks, not what is said there.
  const reads = me.role !== 'judge';
  const register = el('div', { id: 'register-errand' }), desks = el('div', { id: 'desks' }), picture = el('div', { id: 'conduct' }), list = el('div', { id: 'errands' });
  const pick = (name, title, all, words) => el('select', { name, 'aria-label': title, onchange: () => lines() }, el('option', { value: '' }, all), options(words));
  const filter = {
    state: pick('ofState', '状态', '全部状态', words.complaintStatus),
    due: pick('ofDue', '核查期限', '全部期限', titles(words.checkDue)),
    desk: pick('ofDesk', '窗口', '全部窗口', {}),
  };
  const nameOf = id => city.courts.find(c => c.id === id)?.name ?? id;
  const called = desk => me.role === 'supervisor' ? `${nameOf(desk.court)} ${desk.name}` : desk.name;

  async function load() {
    const all = (await get('/api/errand-desks')).items;
    desks.replaceChildren(...all.length === 0 ? [el('p', { class: 'empty' }, '还没有办不成事窗口。')] : all.map(deskOf), keeps ? open() : '');
    filter.desk.replaceChildren(el('option', { value: '' }, '全部窗口'), ...all.map(d => el('option', { value: d.deskId, selected: d.deskId === filter.desk.value }, called(d))));
    const inUse = all.filter(d => !d.closedOn);
    if (handles) register.replaceChildren(el('h2', {}, `登记办不成事反映 · ${court?.name ?? me.court}`), inUse.length > 0 ? form(inUse) : el('p', { class: 'empty' }, '本院还没有在用的窗口，由信访部门设立。'));
    await show();
  }

  const show = () => Promise.all([reads && lines(), keeps && draw()]);

  function form(inUse) {
    return step('/api/complaints', '登记', [
      ['deskId', '窗口', el('select', { name: 'desk' }, inUse.map(d => el('option', { value: d.deskId }, `${d.name}（${d.officer}）`)))], ['channel', '渠道', el('select', { name: 'channel' }, options(words.channel))],
      ['content', '什么事没有办成', el('textarea', { name: 'content', maxlength: 20000 }), 'whole'],
      ['name', '反映人（可以不留）', text('name')], ['phone', '电话（可以不留）', text('phone', 40)],
      ['alleged[]', '反映的禁止行为（可以不选）', conductOf('alleged'), 'whole'], ['receivedOn', '接收日期（不填为今日）', el('input', { name: 'receivedOn', type: 'date' })],
    ], async () => {
      tell('已登记，请流转到部门核查。');
      await load();
    });
  }

  function deskOf(desk) {
    const at = `/api/errand-desks/${desk.deskId}`;
    return el('div', { class: `unit ${desk.closedOn ? '' : 'good'}` }, el('b', {}, called(desk)), ' ', desk.closedOn && chip('已撤销'),
      el('div', { class: 'note' }, [`专人 ${desk.officer}`, desk.place, desk.closedOn ? `${desk.closedOn} 撤销` : `${desk.officerSince} 起`, desk.reason].filter(Boolean).join('，')),
      keeps && !desk.closedOn && el('details', {}, el('summary', {}, '另行指定专人'), step(`${at}/officer`, '指定', [['officer', '专人', text('newOfficer')], ['reason', '理由', text('officerReason', 2000)]], load)),
      keeps && !desk.closedOn && el('details', {}, el('summary', {}, '撤销窗口'), step(`${at}/close`, '撤销', [['reason', '理由', text('closeReason', 2000), 'whole']], load)));
  }

  function open() {
    const where = me.role === 'supervisor' ? [['court', '法院', el('select', { name: 'deskCourt' }, city.courts.map(c => el('option', { value: c.id, selected: c.id === me.court }, c.name))), 'whole']] : [];
    return el('div', {}, el('h2', {}, '设立窗口'), step('/api/errand-desks', '设立', [
      ...where, ['name', '名称', text('deskName'), 'whole'], ['officer', '专人', text('officer')], ['place', '位置（可以不填）', text('place')],
    ], load));
  }

  /** This year by desk, and what the checks found: looked at rather than read. */
  async function draw() {
    const { rows } = await get(`/api/complaints/counts?from=${today().slice(0, 4)}-01-01&to=${today()}`);
    const found = Object.keys(words.forbiddenConduct).map(word => [word, rows.flatMap(r => r.found).filter(f => f.conduct === word).reduce((sum, f) => sum + f.count, 0)]).filter(([, count]) => count > 0);
    const most = Math.max(1, ...found.map(([, count]) => count));
    picture.replaceChildren(
      table(['窗口', '接收', '流转', '核查', '属实', '部分属实', '不属实', '答复', '未答复', '逾期未核查'], rows.map(r => [
        me.role === 'supervisor' ? `${nameOf(r.court)} ${r.desk}` : r.desk, ...[r.received, r.circulated, r.checked, r.founded, r.partlyFounded, r.unfounded, r.answered, r.open, r.overdue].map(number)]), '今年还没有反映。'),
      found.length > 0 ? el('p', { class: 'note' }, '今年查实的禁止行为') : '',
      el('div', { class: 'ladder' }, found.flatMap(([word, count]) => [
        el('span', {}, words.forbiddenConduct[word]), el('span', { class: 'bar', style: `width: ${100 * count / most}%` }), el('b', {}, String(count))])));
  }

  async function lines() {
    const found = await newest(get(`/api/complaints?limit=200${asked()}`)).catch(refused => { list.replaceChildren(unopened(refused)); });
    if (!found) return;
    list.replaceChildren(...found.items.length === 0 ? [el('p', { class: 'empty' }, '没有办不成事反映。')] : found.items.map(line));
    if (found.next) list.append(el('p', { class: 'note' }, '只列最近 200 条；其余请按状态、期限或窗口筛选。'));
  }

  function line(complaint) {
    const [due, kind] = words.checkDue[complaint.due] ?? [];
    const inside = el('div'), address = `/api/complaints/${complaint.complaintId}`;
    const unfold = async () => { inside.replaceChildren(...errand(await get(address), { address, me, done: show })); button.hidden = true; };
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, unfold) }, '打开');
    const about = [
      words.channel[complaint.channel], `专人 ${complaint.officer}`, complaint.division && `${complaint.division}核查`, complaint.dueOn && `核查期限 ${complaint.dueOn} 24 时`,
      complaint.answeredOn && `${complaint.answeredOn} ${complaint.answeredBy}答复`,
    ];
    return el('div', { class: `unit ${complaint.status === 'circulating' ? kind : complaint.status === 'answered' ? 'good' : ''}` },
      el('b', {}, `${complaint.receivedOn} ${me.role === 'supervisor' ? `${nameOf(complaint.court)} ` : ''}${complaint.desk}`), ' ',
      chip(words.complaintStatus[complaint.status], complaint.status === 'answered' ? 'good' : 'warn'), ' ', due && chip(due, kind), ' ',
      complaint.outcome && chip(words.checkOutcome[complaint.outcome]), ' ', complaint.found.flatMap(c => [chip(words.forbiddenConduct[c], 'bad'), ' ']),
      el('div', { class: 'note' }, about.filter(Boolean).join('，')), button, inside);
  }

  const asked = () => Object.entries(filter).filter(([, input]) => input.value).map(([name, input]) => `&${name}=${input.value}`).join('');
  const sheet = el('button', { type: 'button', class: 'plain small', onclick: () => press(sheet, () => save(`/api/complaints/export?${asked().slice(1)}`, '办不成事反映.xlsx')) }, '导出');

  page.replaceChildren(
    el('section', { class: reads ? 'side' : '' }, register, el('h2', {}, '办不成事窗口'), desks),
    reads ? el('section', { class: 'wide' }, el('h2', {}, '办不成事反映 ', sheet), picture,
      el('form', { onsubmit: e => e.preventDefault() }, Object.entries(filter).map(([name, input]) => field(`of-${name}`, input.getAttribute('aria-label'), input, 'third'))), list) : '');
  await load();
}

const text = (name, longest = 100) => el('input', { name, autocomplete: 'off', maxlength: longest });
const conductOf = name => el('select', { name, multiple: true, size: 5 }, options(words.forbiddenConduct));
