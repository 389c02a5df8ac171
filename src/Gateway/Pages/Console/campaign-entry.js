// One case of a campaign, opened: what was done about it, and the steps that are open to whoever looks at it (L2–L6).

import { el, instant, options, words } from './view.js';
import { step } from './step.js';

const long = name => el('textarea', { name, maxlength: 2000 });
const day = name => el('input', { name, type: 'date' });

/** `done` is called when something was changed. */
export function entry({ case: item, steps }, { address, me, city, done }) {
  const keeps = me.role === 'supervisor' || (me.role === 'office' && item.unit.split(':')[0] === me.court);
  const mine = me.role === 'supervisor' || item.unit.split(':')[0] === me.court, struck = item.progress === 'struckOff';
  return [
    item.team.length > 0 && el('p', { class: 'note' }, `专班：${item.team.join('、')}`),
    item.responsibleLeader && el('p', { class: 'note' }, `责任领导：${item.responsibleLeader.name}`),
    item.sharedWith.length > 0 && el('p', { class: 'note' }, `共同办理：${item.sharedWith.map(c => city.courts.find(k => k.id === c)?.name ?? c).join('、')}`),
    ...steps.map(s => el('p', { class: 'note' }, `${instant(s.at)} ${s.by} ${s.step}：${s.about}`)),
    mine && !struck && receive(item, address, done),
    keeps && !struck && fold('归入批次', batch(item, address, done)),
    keeps && !struck && fold(item.key ? '更换专班' : '列为重点案件', key(item, address, done)),
    keeps && !struck && fold('共同办理', share(item, address, city, done)),
    keeps && !struck && fold('销号', step(`${address}/strike-off`, '销号', [['on', '销号日期（不填为今日）', day('struckOn')], ['reason', '销号理由（不写信访人姓名）', long('struckReason'), 'whole']], done)),
    keeps && !struck && fold('更换承办法官、期限', change(item, address, done)),
    keeps && struck && step(`${address}/restore`, '恢复办理', [['reason', '理由（不写信访人姓名）', long('restoreReason'), 'whole']], done),
    keeps && fold('移出台账', step(`${address}/remove`, '误列，移出台账', [['reason', '理由（不写信访人姓名）', long('removeReason'), 'whole']], done)),
  ].filter(Boolean);
}

/** What is done now and then stands folded, so that what comes next is in sight. */
const fold = (title, form) => form && el('details', {}, el('summary', {}, title), form);

/** What a batch says of the case's end, the case must say. */
const ends = { resolved: ['provisional', 'resolved'], terminated: ['terminated'] };

/** The next level is offered; the present one may receive again. */
function receive(item, address, done) {
  const levels = Object.entries(words.campaignLevel), at = levels.findIndex(([word]) => word === item.level);
  const next = Object.fromEntries(levels.slice(Math.max(0, at), at + 2).reverse());
  return step(`${address}/receive`, '登记接访', [
    ['level', '接访层级', el('select', { name: 'level' }, options(next))], ['receiver', '接访人（业务庭以上必填）', el('input', { name: 'receiver', autocomplete: 'off', maxlength: 100 })],
    ['on', '接访日期（不填为今日）', day('receivedOn')], ['result', '接访结果（不写信访人姓名）', long('result'), 'whole'],
  ], done);
}

function batch(item, address, done) {
  const left = Object.fromEntries(Object.entries(words.campaignBatch).filter(([word]) => !item.batches.some(b => b.batch === word) && (!ends[word] || ends[word].includes(item.status))));
  return Object.keys(left).length === 0 ? null
    : step(`${address}/batch`, '归入批次', [['batch', '处理批次', el('select', { name: 'batch' }, options(left))], ['on', '日期（不填为今日）', day('handledOn')]], done);
}

function key(item, address, done) {
  return step(`${address}/key`, item.key ? '更换专班' : '列为重点案件', [
    ['team[]', '专班成员（以顿号分隔）', el('input', { name: 'team', autocomplete: 'off', value: item.team.join('、') }), 'whole'], ['reason', '理由（不写信访人姓名）', long('keyReason'), 'whole'],
  ], done);
}

function change(item, address, done) {
  return step(`${address}/change`, '更换', [
    ['judge', '承办法官（不填为不变）', el('input', { name: 'newJudge', autocomplete: 'off', maxlength: 100 })], ['limitOn', '办理期限（不填为不变）', day('newLimit')],
    ['reason', '理由（不写信访人姓名）', long('changeReason'), 'whole'],
  ], done);
}

function share(item, address, city, done) {
  const others = city.courts.filter(c => c.id !== item.unit.split(':')[0]);
  return step(`${address}/share`, '共同办理', [
    ['courts[]', '共同办理的法院（不选为不再共享）', el('select', { name: 'sharedWith', multiple: true, size: 4 }, others.map(c => el('option', { value: c.id, selected: item.sharedWith.includes(c.id) }, c.name))), 'whole'],
    ['work', '共同办理的内容（不写信访人姓名）', long('work'), 'whole'],
  ], done);
}
