// Routing slips (Y2, Y3): a refiled or resumed matter goes to whoever had it first, and what is not routed yet stays in sight with its last day.

import { get, newKey, post, save } from './api.js';
import { chip, day, el, field, latest, options, press, say, titles, unopened, words } from './view.js';
import { slip } from './slip.js';

const desks = ['clerk', 'office'];

export async function routings({ page, me, court, city }) {
  const newest = latest();
  const isDesk = desks.includes(me.role);
  const register = el('div', { id: 'register-slip' }), list = el('div', { id: 'slips' });
  const filter = {
    kind: el('select', { name: 'ofKind', onchange: () => show() }, el('option', { value: '' }, '首审和首执'), options(words.routingKind)),
    state: el('select', { name: 'ofState', onchange: () => show() }, el('option', { value: '' }, '全部状态'), options(words.routingStatus)),
    due: el('select', { name: 'ofDue', onchange: () => show() }, el('option', { value: '' }, '全部期限'), options(titles(words.routingDue))),
  };

  async function show() {
    const lines = await newest(get(`/api/routings?limit=200${asked()}`)).catch(refused => { list.replaceChildren(unopened(refused)); });
    if (!lines) return;
    list.replaceChildren(...lines.items.length === 0 ? [el('p', { class: 'empty' }, '没有分流单。')] : lines.items.map(line));
    if (lines.next) list.append(el('p', { class: 'note' }, '只列最近 200 张；其余请按种类、状态或期限筛选。'));
  }

  function line(routing) {
    const [due, kind] = words.routingDue[routing.due] ?? ['', ''];
    const inside = el('div');
    const open = async () => { inside.replaceChildren(...slip(await get(`/api/routings/${routing.routingId}`), { me, done: show })); button.hidden = true; };
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, open) }, '打开');
    const about = [
      me.role === 'supervisor' && (city.courts.find(c => c.id === routing.court)?.name ?? routing.court),
      routing.receivedOn ? `收到材料 ${routing.receivedOn}` : `检索 ${routing.searchedOn}`,
      routing.routedOn ? `${routing.routedOn} 分流至${routing.receiver.name}（${routing.receiver.division}）` : `分流期限 ${day(routing.dueOn)}24时`,
      routing.relatedCaseNumber && `关联案号 ${routing.relatedCaseNumber}`,
      routing.enforcedAmount && `执行到位 ${routing.enforcedAmount.toFixed(2)} 元`,
    ];
    return el('div', { class: `unit ${routing.status === 'pending' ? kind : ''}` },
      el('b', {}, routing.caseNumber), ' ', chip(words.routingKind[routing.kind]), ' ', chip(words.routingStatus[routing.status], routing.status === 'disputed' ? 'warn' : ''), ' ', due && chip(due, kind),
      el('div', { class: 'note' }, about.filter(Boolean).join('，')), button, inside);
  }

  const asked = () => Object.entries(filter).filter(([, input]) => input.value).map(([name, input]) => `&${name}=${input.value}`).join('');
  const sheet = el('button', { type: 'button', class: 'plain small', onclick: () => press(sheet, () => save(`/api/routings/export?${asked().slice(1)}`, '首审首执分流单.xlsx')) }, '导出');

  if (isDesk) register.append(el('h2', {}, `登记分流单 · ${court?.name ?? me.court}`), form(show));
  page.replaceChildren(
    isDesk ? el('section', { class: 'side' }, register) : '',
    el('section', { class: isDesk ? 'wide' : '' }, el('h2', {}, '首审首执分流单 ', sheet),
      el('form', { onsubmit: e => e.preventDefault() }, field('ofKind', '种类', filter.kind, 'third'), field('ofState', '状态', filter.state, 'third'), field('ofDue', '分流期限', filter.due, 'third')), list));
  await show();
}

/** Registering, with the search beside it: whoever types a number sees what the court and the city know of it. */
function form(done) {
  const grounds = { firstTrial: ['refiled', 'derived', 'model'], firstEnforcement: ['resumed', 'split', 'batch', 'related', 'reassigned', 'instalment'] };
  const input = {
    kind: el('select', { name: 'kind', onchange: () => ask() }, options(words.routingKind)),
    caseNumber: el('input', { name: 'caseNumber', autocomplete: 'off', placeholder: '如：（2026）鲁9902民初58号', maxlength: 80 }),
    receivedOn: el('input', { name: 'receivedOn', type: 'date' }),
    searchedOn: el('input', { name: 'searchedOn', type: 'date' }),
    ground: el('select', { name: 'ground' }),
    note: el('textarea', { name: 'note', maxlength: 5000 }),
  };
  const earlier = el('input', { name: 'earlier', autocomplete: 'off', placeholder: '在先案件的案号', maxlength: 80 });
  const told = el('div', { class: 'whole', id: 'told' }), found = el('div', { class: 'whole', id: 'found' });
  const submit = el('button', { id: 'register' }, '登记');
  const look = el('button', { type: 'button', class: 'plain', onclick: () => press(look, search) }, '检索');
  let key = newKey();

  const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(submit, register); } },
    field('kind', '种类', input.kind), field('caseNumber', '案号', input.caseNumber),
    field('receivedOn', '收到材料日期', input.receivedOn), field('searchedOn', '首次措施后的检索日期', input.searchedOn), field('ground', '分流依据', input.ground),
    field('note', '备注', input.note, 'whole'), el('div', { class: 'whole' }, submit), told,
    field('earlier', '检索关联案件', earlier, 'whole'), el('div', { class: 'whole' }, look), found);

  function ask() {
    const trial = input.kind.value === 'firstTrial';
    form.querySelector('[data-field=receivedOn]').hidden = !trial;
    form.querySelector('[data-field=searchedOn]').hidden = trial;
    input.ground.replaceChildren(el('option', { value: '' }, '检索后写明'), ...grounds[input.kind.value].map(g => el('option', { value: g }, words.routingGround[g])));
  }

  async function register() {
    say(form, {});
    const trial = input.kind.value === 'firstTrial';
    const body = {
      kind: input.kind.value, caseNumber: input.caseNumber.value.trim(), ground: input.ground.value || undefined, note: input.note.value.trim() || undefined,
      receivedOn: trial && input.receivedOn.value || undefined, searchedOn: !trial && input.searchedOn.value || undefined,
    };
    let answer;
    try {
      answer = await post('/api/routings', body, { key, waiting: attempt => told.replaceChildren(el('p', { class: 'note' }, `系统忙，正在第 ${attempt} 次重试，不会重复登记……`)) });
    } catch (refused) {
      say(form, refused.errors);
      told.replaceChildren(el('section', { class: 'verdict refused' }, el('b', {}, '未登记'), el('p', {}, refused.message)));
      if (refused.status && refused.status !== 503) key = newKey();
      return;
    }
    // It is registered: a list that cannot be shown afterwards must not say otherwise.
    key = newKey();
    told.replaceChildren(el('section', { class: 'verdict' }, el('b', {}, '已登记'), el('p', {}, `请于 ${answer.dueOn} 24 时前分流。`)));
    for (const name of ['caseNumber', 'receivedOn', 'searchedOn', 'note']) input[name].value = '';
    await done();
  }

  async function search() {
    say(form, {});
    try {
      const { slips, cases } = await post('/api/routings/lookup', { caseNumber: earlier.value.trim() });
      const lines = [
        ...slips.map(s => `分流单 ${s.caseNumber}：${s.receiver ? `${s.receiver.name}（${s.receiver.division}）` : words.routingStatus[s.status]}${s.relatedCaseNumber ? `，关联案号 ${s.relatedCaseNumber}` : ''}`),
        ...cases.map(c => `信访事项 ${c.caseNumber}：${words.status[c.status]}${c.owner ? `，包案领导 ${c.owner.name}` : ''}`),
      ];
      found.replaceChildren(...lines.length === 0 ? [el('p', { class: 'empty' }, '没有关联的分流单和信访事项。')] : lines.map(l => el('p', {}, l)));
    } catch (refused) {
      say(form, { earlier: refused.errors.caseNumber ?? [refused.message] });
    }
  }

  ask();
  return form;
}
