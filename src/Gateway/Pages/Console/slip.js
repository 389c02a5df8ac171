// One routing slip, opened: what happened to it, and the steps that are open to whoever looks at it (Y2–Y4).

import { step } from './step.js';
import { chip, el, instant, options, words } from './view.js';

const sealed = text => text ?? '（已依法删除）';
const official = who => `${who.name}（${who.division}）`;

/** `done` is called when something was changed. */
export function slip(view, { me, done }) {
  const desk = ['clerk', 'office'].includes(me.role), may = desk || ['judge', 'leader'].includes(me.role);
  return [
    view.note && el('p', {}, view.note),
    view.ground && el('p', { class: 'note' }, `分流依据：${words.routingGround[view.ground]}`),
    ...view.objections.map(objection),
    ...view.steps.map(s => el('p', { class: 'note' }, `${instant(s.at)} ${s.by} ${s.step}：${s.about}`)),
    desk && view.status === 'pending' && route(view, done),
    desk && view.status === 'pending' && el('details', {}, el('summary', {}, '撤销'), step(at(view, 'withdraw'), '误登，撤销', [['reason', '理由（不写姓名）', text('withdrawReason', 200), 'whole']], done)),
    may && view.status === 'routed' && dispute(view, done),
    desk && view.status === 'disputed' && decide(view, done),
    desk && view.kind === 'firstEnforcement' && view.relatedCaseNumber && enforced(view, done),
  ].filter(Boolean);
}

function objection(o) {
  return el('section', { class: 'whole' },
    el('b', {}, `${o.objector}：${words.objectionKind[o.kind]}`), ' ', chip(o.outcome ? words.objectionOutcome[o.outcome] : '待复核', o.outcome ? '' : 'warn'),
    el('p', {}, `异议理由：${sealed(o.reason)}`),
    o.firstReceiver && el('p', {}, `首审（首执）负责人：${official(o.firstReceiver)}，关联案号 ${o.relatedCaseNumber}`),
    o.outcome && el('p', {}, `${o.decidedOn} ${o.decidedBy} 复核意见：${sealed(o.opinion)}；理由：${sealed(o.reasons)}`));
}

const at = (view, path) => `/api/routings/${view.routingId}/${path}`;
const text = (name, longest = 100) => el('input', { name, autocomplete: 'off', maxlength: longest });
const long = name => el('textarea', { name, maxlength: 5000 });

const groundsOf = view => Object.entries(words.routingGround).filter(([g]) => ['refiled', 'derived', 'model'].includes(g) === (view.kind === 'firstTrial'));

function route(view, done) {
  return step(at(view, 'route'), '分流', [
    ['relatedCaseNumber', '关联案号（没有关联案件的不填）', text('relatedCaseNumber', 80), 'whole'],
    ['receiver.name', '首审（首执）负责人或普通办理人', text('receiver')], ['receiver.division', '庭室', text('division')],
    ['ground', '分流依据', el('select', { name: 'routeGround' }, el('option', { value: '' }, view.ground ? '同登记' : '（没有关联案件的不填）'), options(Object.fromEntries(groundsOf(view)))), 'whole'],
  ], done);
}

function dispute(view, done) {
  const kind = el('select', { name: 'objectionKind', onchange: () => ask() }, options(words.objectionKind));
  if (!view.relatedCaseNumber) kind.value = 'missedMatch';
  const form = step(at(view, 'object'), '提出异议', [
    ['kind', `异议种类（${view.objectUntil} 24 时前）`, kind, 'whole'],
    ['firstReceiver.name', '首审（首执）负责人', text('firstReceiver')], ['firstReceiver.division', '庭室', text('firstDivision')],
    ['relatedCaseNumber', '关联案号', text('missedNumber', 80), 'whole'],
    ['ground', '分流依据', el('select', { name: 'missedGround' }, options(Object.fromEntries(groundsOf(view)))), 'whole'], ['reason', '异议理由', long('reason'), 'whole'],
  ], done);
  const ask = () => {
    for (const name of ['firstReceiver.name', 'firstReceiver.division', 'relatedCaseNumber', 'ground']) form.querySelector(`[data-field="${name}"]`).hidden = kind.value !== 'missedMatch';
  };
  ask();
  return form;
}

function decide(view, done) {
  const open = view.objections.at(-1);
  const outcomes = Object.entries(words.objectionOutcome).filter(([o]) => o !== 'settled' || (view.kind === 'firstEnforcement' && open.kind === 'missedMatch'));
  return step(at(view, 'decide'), '复核决定', [
    ['outcome', '决定', el('select', { name: 'outcome' }, options(Object.fromEntries(outcomes)))], ['on', '决定日期（不填为今日）', el('input', { name: 'decidedOn', type: 'date' })],
    ['receiver.name', open.kind === 'mismatch' ? '改由何人办理（异议成立的填写）' : '改由何人办理（协商解决的可以填写）', text('newReceiver')], ['receiver.division', '庭室', text('newDivision')],
    ['relatedCaseNumber', '其关联案号', text('newNumber', 80)], ['ground', '分流依据', el('select', { name: 'newGround' }, el('option', { value: '' }, '（没有关联案号的不填）'), options(Object.fromEntries(groundsOf(view))))],
    ['decidedBy', '决定人', text('decidedBy'), 'whole'],
    ['opinion', '复核意见', long('opinion'), 'whole'], ['reasons', '理由', long('reasons'), 'whole'],
  ], done);
}

function enforced(view, done) {
  return step(at(view, 'enforced'), '登记执行到位', [
    ['amount', '累计执行到位金额（元）', el('input', { name: 'amount', type: 'number', min: 0, step: '0.01' })], ['on', '截至日期（不填为今日）', el('input', { name: 'enforcedOn', type: 'date' })],
  ], done);
}
