// First requests (Y1): whoever receives one writes it down, and every one that is open stays in sight until it is done.

import { get, newKey, post } from './api.js';
import { step } from './step.js';
import { chip, day, el, field, instant, options, press, say, unopened, words } from './view.js';

export async function requests({ page, me, court }) {
  const input = {
    channel: el('select', { name: 'channel' }, options(words.channel)),
    kind: el('select', { name: 'kind' }, options(words.requestKind)),
    responsible: el('input', { name: 'responsible', autocomplete: 'off', maxlength: 100, placeholder: me.name }),
    idType: el('select', { name: 'idType' }, options(words.idType)),
    idNumber: el('input', { name: 'idNumber', autocomplete: 'off', maxlength: 40 }),
    name: el('input', { name: 'name', autocomplete: 'off', maxlength: 100 }),
    phone: el('input', { name: 'phone', autocomplete: 'off', maxlength: 40 }),
    caseNumber: el('input', { name: 'caseNumber', autocomplete: 'off', placeholder: '如：（2016）鲁9902民初4058号', maxlength: 80 }),
    handling: el('select', { name: 'handling', onchange: () => ask() }, options(words.requestHandling)),
    dueOn: el('input', { name: 'dueOn', type: 'date' }),
    passedTo: el('input', { name: 'passedTo', autocomplete: 'off', maxlength: 100 }),
    appointmentAt: el('input', { name: 'appointmentAt', type: 'datetime-local' }),
    result: el('textarea', { name: 'result', maxlength: 20000 }),
    claim: el('textarea', { name: 'claim', maxlength: 20000 }),
  };
  /** What each way of handling asks for besides. */
  const asked = { onTheSpot: ['result'], promised: ['dueOn'], guided: ['passedTo', 'appointmentAt'], complex: [] };
  const told = el('div', { class: 'whole', id: 'result' }), open = el('div', { id: 'open' });
  let key = newKey();

  const given = name => !asked[input.handling.value].includes(name) ? undefined : input[name].value.trim() || undefined;
  const minute = text => text && `${text}:00+08:00`;
  const body = () => ({
    channel: input.channel.value,
    responsible: input.responsible.value.trim() || undefined,
    petitioner: { idType: input.idType.value, idNumber: input.idType.value === 'none' ? undefined : input.idNumber.value, name: input.name.value.trim() || undefined, phone: input.phone.value.trim() || undefined },
    kind: input.kind.value,
    claim: input.claim.value,
    handling: input.handling.value,
    dueOn: given('dueOn'),
    passedTo: given('passedTo'),
    appointmentAt: minute(given('appointmentAt')),
    result: given('result'),
    caseNumber: input.caseNumber.value.trim() || undefined,
  });

  function ask() {
    for (const name of Object.values(asked).flat()) form.querySelector(`[data-field=${name}]`).hidden = !asked[input.handling.value].includes(name);
  }

  async function register() {
    say(form, {});
    told.replaceChildren(el('p', { class: 'note' }, '正在登记……'));
    let answer;
    try {
      answer = await post('/api/first-requests', body(), { key, waiting: attempt => told.replaceChildren(el('p', { class: 'note' }, `系统忙，正在第 ${attempt} 次重试，不会重复登记……`)) });
    } catch (refused) {
      say(form, refused.errors);
      told.replaceChildren(el('section', { class: 'verdict refused' }, el('b', {}, '未登记'), el('p', {}, refused.message)));
      if (refused.status && refused.status !== 503) key = newKey();
      return;
    }
    // It is registered: a list that cannot be shown afterwards must not say otherwise.
    key = newKey();
    told.replaceChildren(el('section', { class: 'verdict' }, el('b', {}, answer.status === 'done' ? '已登记，当场办结' : '已登记'),
      answer.dueOn && el('p', {}, `请于 ${answer.dueOn} 24 时前答复。`), answer.passedTo && el('p', {}, `已流转至${answer.passedTo}。`)));
    for (const name of ['idNumber', 'name', 'phone', 'caseNumber', 'dueOn', 'passedTo', 'appointmentAt', 'result', 'claim']) input[name].value = '';
    input.idNumber.focus();
    await list();
  }

  async function list() {
    const lines = await get('/api/first-requests?status=open&limit=200');
    open.replaceChildren(...lines.items.length === 0 ? [el('p', { class: 'empty' }, '没有未办结的首诉。')] : lines.items.map(line));
    if (lines.next) open.append(el('p', { class: 'note' }, '只列最近 200 条；其余请导出登记簿查看。'));
  }

  function line(request) {
    const inside = el('div');
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, async () => { inside.replaceChildren(...details(await get(`/api/first-requests/${request.requestId}`))); button.hidden = true; }) }, '打开');
    return el('div', { class: `unit ${request.overdue ? 'bad' : ''}` },
      el('b', {}, `${request.receivedOn} ${words.channel[request.channel]}`), ' ', chip(words.requestHandling[request.handling] ?? '未写办理方式'), ' ',
      request.overdue && chip('逾期', 'bad'),
      el('div', { class: 'note' }, [request.responsible && `首诉负责人 ${request.responsible}`, request.dueOn && `答复期限 ${day(request.dueOn)}`, request.passedTo && `已流转至${request.passedTo}`].filter(Boolean).join('，')),
      button, inside);
  }

  function details(view) {
    const at = `/api/first-requests/${view.requestId}`;
    return [
      el('p', {}, view.erased ? '（个人信息已依法删除）' : `${view.petitioner.name ?? '未提供姓名'}：${view.claim}`),
      ...view.steps.map(s => el('p', { class: 'note' }, `${instant(s.at)} ${s.step}${s.to ? `至${s.to}` : ''}${s.text ? `：${s.text}` : ''}`)),
      step(`${at}/pass-on`, '流转', [['to', '应由哪个部门办理', el('input', { name: 'pass-on', autocomplete: 'off', maxlength: 100 }), 'whole']], list),
      step(`${at}/finish`, '办结', [['result', '答复内容', el('input', { name: 'finish', autocomplete: 'off', maxlength: 20000 }), 'whole']], list),
    ];
  }

  const submit = el('button', { id: 'register' }, '登记');
  const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(submit, register); } },
    field('channel', '渠道', input.channel, 'third'), field('kind', '诉求类别', input.kind, 'third'), field('responsible', '首诉负责人（不填为本人）', input.responsible, 'third'),
    field('idType', '证件类型', input.idType, 'third'), field('idNumber', '证件号码', input.idNumber, 'third'), field('name', '诉求人', input.name, 'third'),
    field('phone', '电话', input.phone, 'third'), field('caseNumber', '案号', input.caseNumber, 'third'), field('handling', '办理方式', input.handling, 'third'),
    field('claim', '诉求内容', input.claim, 'whole'),
    field('dueOn', '答复期限', input.dueOn, 'third'), field('passedTo', '应由哪个部门办理', input.passedTo, 'third'), field('appointmentAt', '预约时间', input.appointmentAt, 'third'),
    field('result', '答复内容', input.result, 'whole'),
    el('div', { class: 'whole' }, submit), told);
  page.replaceChildren(
    el('section', { class: 'wide' }, el('h2', {}, `首诉登记 · ${court?.name ?? me.court}`), form),
    el('section', { class: 'side' }, el('h2', {}, '未办结的首诉'), open));
  ask();
  input.idNumber.focus();
  await list().catch(refused => open.replaceChildren(unopened(refused)));
}
