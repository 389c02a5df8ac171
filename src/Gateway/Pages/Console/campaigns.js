// A month of concentrated handling (L1–L7): how far it is, and its ledger with whatever is due on each case.

import { get, save } from './api.js';
import { chip, el, field, latest, options, press, unopened, words } from './view.js';
import { step } from './step.js';
import { entry } from './campaign-entry.js';
import { gathering } from './campaign-gather.js';

const keepers = ['office', 'supervisor'];

export async function campaigns({ page, me, court, city }) {
  const newest = latest();
  const keeps = keepers.includes(me.role), opens = me.role === 'supervisor';
  const chosen = el('select', { name: 'campaign', onchange: () => press(chosen, show) });
  const picture = el('div', { id: 'picture' }), list = el('div', { id: 'ledger' }), forms = el('section', { class: 'side' });
  const pick = (name, title, all, list) => el('select', { name, 'aria-label': title, onchange: () => lines() }, el('option', { value: '' }, all), options(list));
  const filter = {
    progress: pick('ofProgress', '办理情况', '全部情况', words.campaignProgress), level: pick('ofLevel', '接访层级', '全部层级', words.campaignLevel),
    batch: pick('ofBatch', '处理批次', '全部批次', words.campaignBatch), key: pick('ofKey', '重点案件', '全部事项', { true: '重点案件', false: '其他事项' }),
  };
  let all = [];
  const current = () => all.find(c => c.campaignId === chosen.value);

  async function load(id) {
    all = (await get('/api/campaigns?limit=200')).items;
    chosen.replaceChildren(...all.map(c => el('option', { value: c.campaignId }, `${c.title}（${c.firstDay} 至 ${c.lastDay}）`)));
    if (id) chosen.value = id;
    await show();
  }

  async function show() {
    const campaign = current();
    forms.replaceChildren(...[campaign && keeps && gathering({ campaign, me, court, city, done: () => load(campaign.campaignId) }), campaign && opens && days(campaign), opens && open()].filter(Boolean));
    if (!campaign) {
      picture.replaceChildren(el('p', { class: 'empty' }, '还没有集中办访月，由中院信访部门开展。'));
      list.replaceChildren();
      return;
    }
    await Promise.all([keeps ? draw(campaign) : picture.replaceChildren(), lines()]);
  }

  /** What came of it, and at which level its cases are: looked at rather than read. */
  async function draw(campaign) {
    const { rows: [sum] } = await get(`/api/campaigns/${campaign.campaignId}/counts?by=`);
    if (!sum) {
      picture.replaceChildren(el('p', { class: 'empty' }, '尚未列入事项。'));
      return;
    }
    const struck = sum.struckOff + sum.struckOffLater;
    const ladder = (names, most) => el('div', { class: 'ladder' }, Object.entries(names).flatMap(([word, title]) => [
      el('span', {}, title), el('span', { class: 'bar', style: `width: ${100 * sum[word] / Math.max(1, most)}%` }), el('b', {}, String(sum[word]))]));
    picture.replaceChildren(
      el('p', {}, `共 ${sum.gathered} 件，已销号 ${struck} 件，未销号 ${sum.open} 件${sum.reopened ? `（销号后又需办理 ${sum.reopened} 件）` : ''}${sum.overdue ? `，逾期 ${sum.overdue} 件` : ''}；`
        + `重点案件 ${sum.key} 件，有化解方案 ${sum.keyWithPlan} 件；听证 ${sum.hearings} 次。`),
      el('meter', { min: 0, max: sum.gathered, value: struck, 'aria-label': `已销号 ${struck} 件，共 ${sum.gathered} 件` }),
      el('div', { class: 'units' },
        el('div', {}, el('p', { class: 'note' }, '接访层级'), ladder({ notReceived: '尚未接访', ...words.campaignLevel }, sum.gathered)),
        el('div', {}, el('p', { class: 'note' }, '处理批次'), ladder(words.campaignBatch, sum.gathered))));
  }

  async function lines() {
    const found = await newest(get(`/api/campaigns/${chosen.value}/cases?limit=200${asked()}`)).catch(refused => { list.replaceChildren(unopened(refused)); });
    if (!found) return;
    list.replaceChildren(...found.items.length === 0 ? [el('p', { class: 'empty' }, '没有事项。')] : found.items.map(line));
    if (found.next) list.append(el('p', { class: 'note' }, '只列前 200 件；其余请按办理情况、层级或批次筛选。'));
  }

  function line(item) {
    const inside = el('div'), address = `/api/campaigns/${chosen.value}/cases/${item.caseId}`;
    const open = async () => { inside.replaceChildren(...entry(await get(address), { address, me, city, done: show })); button.hidden = true; };
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, open) }, '打开');
    const about = [
      item.unitName, `承办法官 ${item.judge}`, item.owner ? `包案领导 ${item.owner.name}` : '尚无包案领导', `期限 ${item.limitOn}24时`,
      item.hearings > 0 && `听证 ${item.hearings} 次`, item.key && !item.hasPlan && '重点案件尚无化解方案', (item.joinedInto || item.alsoGathered.length > 0) && '已合并的事项', item.struckOffOn && `${item.struckOffOn} 销号`,
    ];
    const kind = item.progress === 'struckOff' ? 'good' : item.overdue ? 'bad' : item.progress === 'reopened' ? 'warn' : '';
    return el('div', { class: `unit ${kind}` },
      el('b', {}, item.caseNumber ?? `事项 ${item.caseId.slice(0, 8)}`), ' ', item.key && chip('重点案件', 'warn'), ' ', chip(item.overdue ? '逾期' : words.campaignProgress[item.progress], kind), ' ',
      chip(item.level ? words.campaignLevel[item.level] : '尚未接访'), ' ', item.batches.map(b => chip(words.campaignBatch[b.batch])),
      el('div', { class: 'note' }, about.filter(Boolean).join('，')), button, inside);
  }

  const text = (name, set) => el('input', { name, autocomplete: 'off', ...set });
  const date = (name, value) => el('input', { name, type: 'date', value });

  function days(campaign) {
    return el('div', {}, el('h2', {}, '调整起止日期'), step(`/api/campaigns/${campaign.campaignId}/days`, '调整', [
      ['firstDay', '起始日期', date('newFirst', campaign.firstDay)], ['lastDay', '截止日期', date('newLast', campaign.lastDay)], ['reason', '理由', text('reason', { maxlength: 2000 }), 'whole'],
    ], () => load(campaign.campaignId)));
  }

  function open() {
    return el('div', {}, el('h2', {}, '开展集中办访月'), step('/api/campaigns', '开展', [
      ['title', '名称', text('title', { maxlength: 100, placeholder: '如：2026年集中办访月' }), 'whole'], ['firstDay', '起始日期', date('firstDay')], ['lastDay', '截止日期', date('lastDay')],
      ['courts[]', '参加法院（不选为全市法院）', el('select', { name: 'courts', multiple: true, size: 5 }, city.courts.map(c => el('option', { value: c.id }, c.name))), 'whole'],
    ], opened => load(opened.campaignId)));
  }

  const asked = () => Object.entries(filter).filter(([, input]) => input.value).map(([name, input]) => `&${name}=${input.value}`).join('');
  const sheet = el('button', { type: 'button', class: 'plain small', onclick: () => press(sheet, () => save(`/api/campaigns/${chosen.value}/export?${asked().slice(1)}`, '集中办访月台账.xlsx')) }, '导出');
  page.replaceChildren(
    keeps ? forms : '',
    el('section', { class: keeps ? 'wide' : '' }, el('h2', {}, '集中办访月'), el('form', { onsubmit: e => e.preventDefault() }, el('label', { class: 'whole' }, chosen), el('div', { class: 'whole' }, sheet)), picture,
      el('form', { onsubmit: e => e.preventDefault() }, Object.entries(filter).map(([name, input]) => field(name, input.getAttribute('aria-label'), input))), list));
  await load();
}
