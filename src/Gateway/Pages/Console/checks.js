// On-site checks (Y5): a ledger held against the papers, and what was found put right under everybody's eyes.

import { get, save } from './api.js';
import { chip, el, field, instant, latest, options, press, table, tell, words } from './view.js';
import { step } from './step.js';

export async function checks({ page, me, city }) {
  const newest = latest();
  const list = el('div', { id: 'checks' }), picture = el('div', { id: 'found' });
  const pick = (name, title, all, list) => el('select', { name, 'aria-label': title, onchange: () => press(sheet, lines) }, el('option', { value: '' }, all), options(list));
  const filter = { state: pick('ofState', '状态', '全部状态', words.checkStatus), overdue: pick('ofOverdue', '期限', '全部', { true: '逾期未整改' }) };
  const asked = () => Object.entries(filter).filter(([, input]) => input.value).map(([name, input]) => `&${name}=${input.value}`).join('');
  const sheet = el('button', { type: 'button', class: 'plain small', onclick: () => press(sheet, () => save(`/api/on-site-checks/export?${asked().slice(1)}`, '现场检查.xlsx')) }, '导出');
  const nameOf = id => city.courts.find(c => c.id === id)?.name ?? id;
  const text = (name, set) => el('input', { name, autocomplete: 'off', ...set }), date = name => el('input', { name, type: 'date' }), long = name => el('textarea', { name, maxlength: 2000 });
  const load = () => Promise.all([lines(), draw()]);
  page.replaceChildren(
    el('section', { class: 'side' }, el('h2', {}, '登记现场检查'), form()),
    el('section', { class: 'wide' }, el('h2', {}, '现场检查 ', sheet), picture, el('form', { onsubmit: e => e.preventDefault() }, Object.values(filter).map(input => field(input.name, input.getAttribute('aria-label'), input))), list));
  await load();

  function form() {
    const court = el('select', { name: 'court' }, city.courts.filter(c => me.role === 'supervisor' || c.id === me.court).map(c => el('option', { value: c.id }, c.name)));
    return step('/api/on-site-checks', '登记', [
      ['court', '受查法院', court, 'whole'], ['division', '部门（不填为全院）', text('division', { maxlength: 100 })], ['on', '检查日期（不填为今日）', date('on')],
      ['inspectors[]', '检查人（以顿号分隔）', text('inspectors'), 'whole'], ['register', '受查台账', el('select', { name: 'register' }, options(words.checkedRegister)), 'whole'],
      ['from', '台账自', date('from')], ['to', '至', date('to')], ['sampled', '抽查（条）', el('input', { name: 'sampled', type: 'number', min: 1 })], ['agreeing', '相符（条）', el('input', { name: 'agreeing', type: 'number', min: 0 })],
      ['findings', '发现的问题（不写信访人姓名）', findings(), 'whole'], ['opinion', '检查意见（可以不填）', long('opinion'), 'whole'], ['dueOn', '整改期限（没有问题的不填）', date('dueOn'), 'whole'],
    ], async told => {
      tell(`已登记，台账当时有 ${told.shown} 条。`);
      await load();
    });
  }

  /** As many as there are; a line that says nothing is none. */
  function findings() {
    const rows = el('div', { class: 'acts' }), more = el('button', { type: 'button', class: 'plain small', onclick: () => add() }, '再加一个问题');
    const add = () => more.before(el('div', { class: 'acts finding' }, el('select', { 'aria-label': '问题种类' }, options(words.findingKind)), el('input', { 'aria-label': '登记号或案号', placeholder: '登记号（可以不填）', maxlength: 100 }),
      el('input', { 'aria-label': '问题情况', placeholder: '问题情况', maxlength: 500 })));
    rows.append(more);
    add();
    return Object.assign(rows, { read: () => [...rows.querySelectorAll('.finding')].map(row => [...row.querySelectorAll('select, input')].map(i => i.value.trim()))
      .filter(([, entry, said]) => entry || said).map(([kind, entry, said]) => ({ kind, entry: entry || undefined, text: said || undefined })) });
  }

  async function draw() {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const { rows: [sum] } = await get(`/api/on-site-checks/counts?from=${today.slice(0, 4)}-01-01&to=${today}&by=`);
    // An office that checks elsewhere lists those checks too; they count where the ledger is kept.
    const whose = me.role === 'supervisor' ? '' : '本院台账';
    if (!sum) return picture.replaceChildren(el('p', { class: 'empty' }, `${whose}今年还没有现场检查。`));
    const most = Math.max(1, ...sum.found.map(f => f.count));
    picture.replaceChildren(
      el('p', {}, `${whose}今年受查 ${sum.checks} 次，抽查 ${sum.sampled} 条，相符 ${sum.agreeing} 条；未发现问题 ${sum.clean} 次，按期整改 ${sum.inTime} 次，逾期整改 ${sum.late} 次，待整改 ${sum.open} 次${sum.overdue ? `（逾期 ${sum.overdue} 次）` : ''}。`),
      el('div', { class: 'ladder' }, sum.found.flatMap(f => [el('span', {}, words.findingKind[f.kind]), el('span', { class: 'bar', style: `width: ${100 * f.count / most}%` }), el('b', {}, String(f.count))])));
  }

  async function lines() {
    list.replaceChildren(); // What no longer fits is not to be worked on meanwhile.
    const found = await newest(get(`/api/on-site-checks?limit=200${asked()}`));
    if (!found) return;
    const { items, next } = found;
    list.replaceChildren(...items.length === 0 ? [el('p', { class: 'empty' }, '没有现场检查。')] : items.map(line));
    if (next) list.append(el('p', { class: 'note' }, '只列前 200 次；其余请按状态筛选或者导出。'));
  }

  function line(item) {
    const inside = el('div'), address = `/api/on-site-checks/${item.checkId}`;
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, async () => { inside.replaceChildren(...opened(await get(address), address)); button.hidden = true; }) }, '打开');
    const kind = item.overdue ? 'bad' : item.status === 'open' ? 'warn' : item.status === 'rectified' ? '' : 'good';
    return el('div', { class: `unit ${kind}` }, el('b', {}, `${nameOf(item.court)}${item.division ?? ''} · ${words.checkedRegister[item.register]}`), ' ', chip(item.overdue ? '逾期未整改' : words.checkStatus[item.status], kind),
      el('div', { class: 'note' }, [`${item.on} 检查`, `台账 ${item.shown} 条，抽查 ${item.sampled} 条，相符 ${item.agreeing} 条`, item.findings > 0 && `问题 ${item.findings} 个`, item.dueOn && `整改期限 ${item.dueOn}24时`,
        item.rectifiedOn && `${item.rectifiedOn} 整改${item.late ? '（逾期）' : ''}`, item.inspectingCourt !== item.court && `${nameOf(item.inspectingCourt)}检查`].filter(Boolean).join('；')), button, inside);
  }

  function opened(check, address) {
    const mine = check.court === me.court, inspects = check.inspectingCourt === me.court;
    return [
      el('p', { class: 'note' }, `检查人 ${check.inspectors.join('、')}；台账 ${check.from} 至 ${check.to}`), check.opinion && el('p', {}, `检查意见：${check.opinion}`),
      check.findings.length > 0 && table(['问题', '登记号', '情况'], check.findings.map(f => [words.findingKind[f.kind], f.entry ?? '—', f.text]), ''),
      ...check.steps.map(s => el('p', { class: 'note' }, `${instant(s.at)} ${s.by} ${s.step}${s.about ? `：${s.about}` : ''}`)),
      mine && check.status === 'open' && step(`${address}/rectify`, '登记整改', [['measures', '整改情况（不写信访人姓名）', long('measures'), 'whole']], load),
      inspects && check.status === 'rectified' && step(`${address}/verify`, '复核合格', [], load, { passed: true }),
      inspects && check.status === 'rectified' && el('details', {}, el('summary', {}, '退回整改'), step(`${address}/verify`, '退回', [['reason', '理由', long('reason'), 'whole'], ['dueOn', '新的整改期限', date('newDue'), 'whole']], load, { passed: false })),
    ].filter(Boolean);
  }
}
