// One complaint at a stuck-errand desk, opened: what was said and done, and the steps that are open to whoever looks at it (Y6).

import { step } from './step.js';
import { el, instant, options, words } from './view.js';

const sealed = text => text ?? '（已依法删除）';
const text = name => el('input', { name, autocomplete: 'off', maxlength: 100 });
const long = name => el('textarea', { name, maxlength: 20000 });
const day = name => el('input', { name, type: 'date' });

/** `done` is called when something was changed. */
export function errand(view, { address, me, done }) {
  const desk = ['clerk', 'office'].includes(me.role), checks = desk || me.role === 'leader';
  return [
    el('p', {}, `${[view.name ?? (view.content === null ? '' : '未留姓名'), view.phone].filter(Boolean).join(' ')}：${sealed(view.content)}`),
    view.alleged.length > 0 && el('p', { class: 'note' }, `反映的禁止行为：${view.alleged.map(c => words.forbiddenConduct[c]).join('、')}`),
    view.outcome && el('p', {}, `核查情况：${sealed(view.findings)}`),
    view.answeredOn && el('p', {}, `答复内容：${sealed(view.answer)}`),
    ...view.steps.map(s => el('p', { class: 'note' }, `${instant(s.at)} ${s.by} ${s.step}：${s.about}`)),
    checks && view.status === 'circulating' && check(address, done),
    desk && view.status === 'registered' && circulate(address, '流转', done),
    desk && view.status === 'circulating' && el('details', {}, el('summary', {}, '转其他部门'), circulate(address, '再流转', done)),
    desk && view.status === 'checked' && answer(address, done),
  ].filter(Boolean);
}

function circulate(address, title, done) {
  return step(`${address}/circulate`, title, [['division', '流转部门', text('division')], ['dueOn', '核查期限（不填为今日起五日，本院规定更短的从其规定）', day('dueOn')]], done);
}

/** What is founded names conduct of the list; what is not founded names none. */
function check(address, done) {
  const found = el('select', { name: 'found', multiple: true, size: 9 }, options(words.forbiddenConduct));
  const outcome = el('select', { name: 'outcome', onchange: () => ask() }, options(words.checkOutcome));
  const form = step(`${address}/check`, '登记核查', [
    ['outcome', '核查结果', outcome], ['checkedBy', '核查人', text('checkedBy')], ['findings', '核查情况', long('findings'), 'whole'], ['found[]', '查实的禁止行为', found, 'whole'],
  ], done);
  const ask = () => {
    const none = outcome.value === 'unfounded';
    form.querySelector('[data-field=found]').hidden = none;
    if (none) for (const option of found.options) option.selected = false;
  };
  return form;
}

function answer(address, done) {
  return step(`${address}/answer`, '答复', [
    ['answeredBy', '答复人', text('answeredBy')], ['means', '答复方式', el('select', { name: 'means' }, options(words.answerMeans))],
    ['text', '答复内容', long('answer'), 'whole'], ['on', '答复日期（不填为今日）', day('answeredOn')],
  ], done);
}
