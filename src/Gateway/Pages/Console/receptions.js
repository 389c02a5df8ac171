// The window: who is in front of the clerk, whose matter it is, and one press to register it (W3, W4, W8).

import { newKey, post } from './api.js';
import { knownCases } from './known.js';
import { representatives } from './representatives.js';
import { chip, el, field, options, ownerOf, press, say, words } from './view.js';

export async function receptions({ page, me, city, court }) {
  const leaders = city.leaders.filter(l => l.court === me.court && l.active !== false);
  const input = {
    idType: el('select', { name: 'idType' }, options(words.idType)),
    idNumber: el('input', { name: 'idNumber', autocomplete: 'off', maxlength: 40 }),
    name: el('input', { name: 'name', autocomplete: 'off', maxlength: 100 }),
    phone: el('input', { name: 'phone', autocomplete: 'off', maxlength: 40 }),
    channel: el('select', { name: 'channel' }, options(words.channel)),
    receivedBy: el('select', { name: 'receivedBy' }, el('option', { value: '' }, '此时值班的带班领导；有预约号的为接待日领导'), leaders.map(l => el('option', { value: l.id }, `${l.name}（${l.post}）`))),
    caseNumber: el('input', { name: 'caseNumber', autocomplete: 'off', placeholder: '如：（2016）鲁9902民初4058号', maxlength: 80 }),
    occurredAt: el('input', { name: 'occurredAt', type: 'datetime-local' }),
    headcount: el('input', { name: 'headcount', type: 'number', min: 1, value: 1 }),
    level: el('select', { name: 'level' }, options(words.level)),
    appointment: el('input', { name: 'appointment', autocomplete: 'off', maxlength: 40, placeholder: `如：${me.court}-20261120-03` }),
    claim: el('textarea', { name: 'claim', maxlength: 20000 }),
    opinion: el('textarea', { name: 'opinion', maxlength: 20000 }),
  };
  const known = knownCases({ ...input, number: input.caseNumber, city }), others = representatives(input.headcount), result = el('div', { class: 'whole', id: 'result' });
  let key = newKey();

  const body = () => ({
    court: me.court,
    channel: input.channel.value,
    occurredAt: input.occurredAt.value ? `${input.occurredAt.value}:00+08:00` : undefined,
    receivedBy: input.receivedBy.value || undefined,
    petitioner: { idType: input.idType.value, idNumber: input.idType.value === 'none' ? undefined : input.idNumber.value, name: input.name.value.trim() || undefined, phone: input.phone.value.trim() || undefined },
    case: known.reference(),
    claim: input.claim.value,
    opinion: input.opinion.value || undefined,
    headcount: Number(input.headcount.value),
    level: input.level.value,
    appointment: input.appointment.value.trim() || undefined,
    representatives: others.value(),
  });

  /** What the gateway would take as left out, or call malformed, is said in the words of the form. */
  const unreadable = () => ({
    ...!/^[1-9]\d*$/.test(input.headcount.value) && { headcount: ['请填写人数，应为不小于 1 的整数。'] },
    ...input.occurredAt.validity.badInput && { occurredAt: ['接访时间不完整，请填到分钟，或全部清空。'] },
  });

  async function register() {
    const wrong = unreadable();
    say(form, wrong);
    if (Object.keys(wrong).length > 0) return refuse('请按各项提示修改后重新登记。');
    result.replaceChildren(el('p', { class: 'note' }, '正在登记……'));
    try {
      const answer = await post('/api/receptions', body(), { key, waiting: attempt => result.replaceChildren(el('p', { class: 'note' }, `系统忙，正在第 ${attempt} 次重试，不会重复登记……`)) });
      done(answer);
    } catch (refused) {
      say(form, refused.errors);
      refuse(refused.message);
      // What is sent next is another request: the same key would ask for the first one again. Unless nobody knows whether the first one counted.
      if (refused.status && refused.status !== 503) key = newKey();
      if (refused.candidates) await known.offerAlso(refused.candidates);
    }
  }

  function refuse(why) { result.replaceChildren(el('section', { class: 'verdict refused' }, el('b', {}, '未登记'), el('p', {}, why))); }

  function done(answer) {
    key = newKey();
    const owner = answer.owner, which = el('p');
    result.replaceChildren(el('section', { class: answer.first ? 'verdict' : 'verdict again' },
      el('b', {}, answer.first ? '初访，已登记' : `重访，第 ${answer.number} 次，已登记`),
      el('p', { class: 'owner' }, owner ? `包案领导：${ownerOf(owner, city)}` : '包案领导待定：由下一位值班领导接访后确定'),
      which,
      answer.summons && el('p', {}, '已通知包案领导到场接待，签收后在其工作台显示。'),
      answer.warnings.map(w => el('p', {}, chip('提示', 'warn'), ` ${w.message}`)),
      el('p', {}, '查询码 ', el('code', {}, answer.queryCode), ' ', el('a', { href: `/public/cases/${answer.queryCode}/receipt`, target: '_blank', rel: 'noopener' }, '打印回执'))));
    for (const name of ['idNumber', 'name', 'phone', 'caseNumber', 'occurredAt', 'appointment', 'claim', 'opinion']) input[name].value = '';
    input.headcount.value = 1;
    others.clear();
    known.clear();
    input.idNumber.focus();
    tellCase(answer.caseId, which);
  }

  /** Into which case it went is asked of the register: the clerk compares it with the paper before him. */
  async function tellCase(caseId, which) {
    const { cases: [registered] } = await post('/api/ownership/lookup', { caseId }).catch(() => ({ cases: [] }));
    if (registered) which.textContent = `登记于：${registered.caseNumber ?? '无案号事项'}`;
  }

  const submit = el('button', { id: 'register' }, '登记');
  const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(submit, register); } },
    field('idType', '证件类型', input.idType, 'third'), field('idNumber', '证件号码', input.idNumber, 'third'), field('name', '信访人姓名', input.name, 'third'),
    field('channel', '接访形式', input.channel, 'third'), field('receivedBy', '接访领导', input.receivedBy, 'third'), field('phone', '联系方式', input.phone, 'third'),
    field('caseNumber', '原审案号', input.caseNumber, 'third'), field('headcount', '人数（5 人以上为集体访）', input.headcount, 'third'), field('level', '曾到过的最高层级', input.level, 'third'),
    field('occurredAt', '接访时间（补录 7 日内的接访时填写）', input.occurredAt, 'third'), field('appointment', '预约号（领导接待日）', input.appointment, 'third'), others.part,
    field('claim', '信访诉求', input.claim, 'whole'), field('opinion', '接访处理意见', input.opinion, 'whole'),
    el('div', { class: 'whole' }, submit), result);
  page.replaceChildren(
    el('section', { class: 'wide' }, el('h2', {}, `接访登记 · ${court?.name ?? me.court}`), form),
    el('section', { class: 'side' }, el('h2', {}, '此人已有的事项'), known.list));
  known.lookUp();
  input.idNumber.focus();
}
