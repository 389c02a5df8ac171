// Lawsuits screened every month (S2): who has told, what may be petitioned about, and what is done before it is. Of lawsuits, never of persons.

import { get, save } from './api.js';
import { chip, day, el, field, instant, number, options, press, table, tell, today, words } from './view.js';
import { step } from './step.js';

export async function screenings({ page, me }) {
  const month = el('input', { name: 'month', type: 'month', value: today().slice(0, 7), onchange: () => press(month, load) });
  const board = el('section', { class: 'wide', id: 'units' }), side = el('section', { class: 'side', id: 'tell' }), file = el('section', { id: 'lawsuits' });
  const sheet = el('button', { type: 'button', class: 'plain small', onclick: () => press(sheet, () => save(`/api/lawsuit-screenings/export?month=${month.value}`, `诉讼案件排查${month.value}.xlsx`)) }, '导出');
  let chosen = null;
  page.replaceChildren(el('section', {}, el('form', { onsubmit: e => e.preventDefault() }, field('month', '月份', month))), board, side, file);
  await load();

  async function load() {
    if (!/^\d{4}-\d{2}$/.test(month.value)) month.value = today().slice(0, 7);
    const told = await get(`/api/lawsuit-screenings?month=${month.value}`), sum = name => told.units.reduce((all, u) => all + u[name], 0);
    const done = told.units.filter(u => u.reportedOn).length;
    board.replaceChildren(
      el('h2', {}, '诉讼案件排查 ', sheet),
      el('p', {}, `${told.units.length} 个单位已报 ${done} 个，报送时限 ${told.dueOn} 24时；排查在办 ${sum('openLawsuits')} 件、已结 ${sum('closedLawsuits')} 件，有信访风险 ${sum('found')} 件，尚未落实 ${sum('left')} 件。`),
      el('meter', { max: told.units.length, value: done, title: `已报 ${done} / ${told.units.length}` }),
      table(['单位', '状态', '在办', '已结', '有风险', '未落实', ''], told.units.map(u => [
        u.name, [chip(...words.screening[u.status]), u.corrected && chip('有更正')].filter(Boolean), number(u.openLawsuits), number(u.closedLawsuits), number(u.found), number(u.left), opener(u)]), '没有报送单位。'));
    chosen = told.units.find(u => u.unit === chosen?.unit) ?? (told.units.length === 1 ? told.units[0] : null);
    await open();
  }

  function opener(unit) {
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, async () => { chosen = unit; await open(); }) }, '打开');
    return button;
  }

  async function open() {
    side.hidden = file.hidden = !chosen;
    if (!chosen) return;
    const address = `/api/lawsuit-screenings/${encodeURIComponent(chosen.unit)}/${month.value}`, own = me.role === 'office' && chosen.unit.split(':')[0] === me.court;
    const now = await get(address), again = now.steps.length > 0;
    side.replaceChildren(...own ? [el('h2', {}, again ? '更正' : '报送', ` · ${now.name}`), form(address, now, again)] : [el('h2', {}, now.name), el('p', { class: 'note' }, '由该单位的信访部门报送。')]);
    file.replaceChildren(
      el('h2', {}, `${now.name} ${now.month} 排查出的案件`),
      table(['案号', '阶段', '事由', '风险情况', '化解措施', '责任人', '完成期限', '落实情况'], now.lawsuits.map(l => [
        l.caseNumber, words.lawsuitStage[l.stage], words.riskGround[l.ground], l.risk, l.measures, l.responsible, l.overdue ? chip(`${l.dueOn} 逾期`, 'bad') : day(l.dueOn),
        l.settledOn ? `${l.settledOn} ${l.outcome}` : own ? settle(address, l) : chip('未落实', 'warn')]), again ? '没有发现有信访风险的案件。' : '尚未报送。'),
      ...now.steps.map(s => el('p', { class: 'note' }, `${instant(s.at)} ${s.by} ${s.step}：${s.about}`)));
  }

  function settle(address, lawsuit) {
    return el('details', {}, el('summary', {}, '登记落实'), step(`${address}/settle`, '登记', [['outcome', '落实情况（不写当事人姓名）', el('textarea', { name: 'outcome', maxlength: 500 }), 'whole']], load, { caseNumber: lawsuit.caseNumber }));
  }

  /** A correction begins with what was told. */
  function form(address, now, again) {
    const count = (name, known) => el('input', { name, type: 'number', min: 0, value: again ? known : undefined });
    return step(again ? `${address}/corrections` : address, again ? '更正' : '报送', [
      ['openLawsuits', '排查在办案件（件）', count('openLawsuits', now.openLawsuits)], ['closedLawsuits', '排查已结案件（件）', count('closedLawsuits', now.closedLawsuits)],
      ['found', '有信访风险的案件（没有的不填；不写当事人姓名）', lawsuits(now.lawsuits), 'whole'],
      ...again ? [['reason', '更正理由', el('input', { name: 'reason', maxlength: 500, autocomplete: 'off' }), 'whole']] : [],
    ], async () => {
      tell(again ? '已更正。' : '已报送。');
      await load();
    });
  }

  /** As many as there are; one without a number is none. */
  function lawsuits(known) {
    const rows = el('div', { style: 'display: grid; gap: .6rem' }), more = el('button', { type: 'button', class: 'plain small', onclick: () => add({}) }, '再加一件');
    const text = (title, value, set) => el('input', { 'aria-label': title, placeholder: title, value, autocomplete: 'off', maxlength: 500, ...set });
    const pick = (title, list, value) => { const input = el('select', { 'aria-label': title }, options(list)); if (value) input.value = value; return input; };
    const add = l => {
      const input = {
        caseNumber: text('案号', l.caseNumber, { maxlength: 80 }), stage: pick('诉讼阶段', words.lawsuitStage, l.stage), ground: pick('风险事由', words.riskGround, l.ground), risk: text('风险情况', l.risk),
        measures: text('化解措施', l.measures), responsible: text('责任人', l.responsible, { maxlength: 100 }), dueOn: el('input', { 'aria-label': '完成期限', type: 'date', value: l.dueOn }),
      };
      const row = el('div', { class: 'acts lawsuit' }, Object.values(input));
      row.read = () => Object.fromEntries(Object.entries(input).map(([name, i]) => [name, i.value.trim() || undefined]));
      more.before(row);
    };
    rows.append(more);
    known.forEach(add);
    if (known.length === 0) add({});
    return Object.assign(rows, { read: () => [...rows.querySelectorAll('.lawsuit')].map(row => row.read()).filter(l => l.caseNumber) });
  }
}
