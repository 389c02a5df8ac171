// The roster of a month as a calendar (W16, W17): who is on duty, what is missing, and beside it what may be done about it.

import { post, tagged } from './api.js';
import { chip, el, field, press, tell, today, words } from './view.js';
import { rosterDay } from './roster-day.js';
import { rosterHands } from './roster-hands.js';

export async function rosters({ page, me, city }) {
  const court = el('select', { name: 'ofCourt', onchange: () => press(court, load) }, city.courts.map(c => el('option', { value: c.id }, c.name)));
  court.value = me.court;
  const month = el('input', { name: 'month', type: 'month', value: today().slice(0, 7), onchange: () => press(month, load) });
  const sheet = el('section', { class: 'wide', id: 'roster' }), side = el('section', { class: 'side', id: 'day' }), hands = el('div', { style: 'display: contents' });
  let chosen = today(), asked = 0;
  page.replaceChildren(el('section', {}, el('form', { onsubmit: e => e.preventDefault() }, field('court', '法院', court), field('month', '月份', month))), sheet, side, hands);
  await load();

  async function load() {
    if (!/^\d{4}-\d{2}$/.test(month.value)) month.value = today().slice(0, 7);
    const turn = ++asked, [year, number] = month.value.split('-').map(Number), first = `${month.value}-01`;
    const [roster, tag] = await tagged(`/api/rosters/${court.value}?from=${first}&to=${month.value}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`);
    if (turn !== asked) return; // Another month was chosen meanwhile.
    if (!roster.days.some(d => d.date === chosen)) chosen = roster.days.some(d => d.date === today()) ? today() : first;
    const keeps = me.role === 'supervisor' || (me.role === 'office' && me.court === roster.court);
    const cells = roster.days.map(d => cell(d, roster));
    const mark = () => roster.days.forEach((d, i) => cells[i].setAttribute('aria-pressed', String(d.date === chosen)));
    const open = () => {
      mark();
      side.replaceChildren(...rosterDay({ day: roster.days.find(d => d.date === chosen), roster, tag, keeps, me, city, done: load }));
    };
    cells.forEach((button, i) => button.addEventListener('click', () => { chosen = roster.days[i].date; open(); }));
    sheet.replaceChildren(...calendar(roster, cells), ...keeps ? [keeping(roster, tag)] : []);
    open();
    const moves = await rosterHands({ roster, keeps, me, city, done: load });
    if (turn === asked) hands.replaceChildren(...moves);
  }

  function calendar(roster, cells) {
    const { version, provisional } = roster.months[0], before = (new Date(`${roster.from}T00:00Z`).getUTCDay() + 6) % 7;
    return [
      el('h2', {}, '值班表 ', version > 0 ? chip(`已公布，第 ${version} 版`, 'good') : chip('未公布', 'warn'), provisional && chip('官方日历未发布，工作日暂定', 'warn'), ' ',
        el('a', { href: `/public/duty/${encodeURIComponent(roster.court)}`, target: '_blank', rel: 'noopener' }, '公示屏')),
      el('p', { class: 'note' }, `上午 8:30—11:30，下午 1:30—5:00；${roster.dress}。`),
      el('div', { class: 'calendar' }, [...'一二三四五六日'].map(d => el('b', {}, d)), Array.from({ length: before }, () => el('i')), cells),
      roster.gaps.length > 0 && el('details', { open: roster.gaps.length < 4 }, el('summary', {}, `${roster.gaps.length} 处待补`), el('ul', {}, roster.gaps.map(g => el('li', {}, `${g.message}（${g.rule}）`)))),
    ].filter(Boolean);
  }

  function cell(day, roster) {
    const missing = roster.gaps.filter(g => g.date === day.date), kind = [day.day === 'off' && 'off', day.date === today() && 'today', missing.length > 0 && 'gap'].filter(Boolean).join(' ');
    return el('button', { type: 'button', class: kind, title: missing.map(g => g.message).join(''), 'data-date': day.date }, el('b', {}, String(Number(day.date.slice(8)))),
      day.shifts.map(s => el('span', { class: s.leader.leaderId === me.sub ? 'mine' : '' }, `${s.shift === 'morning' || s.shift === 'afternoon' ? words.shift[s.shift] : s.from.slice(11, 16)} ${s.leader.name}`)),
      missing.map(g => el('span', { class: 'fault' }, g.shift ? `${words.shift[g.shift]} 空缺` : '缺院领导')));
  }

  function keeping(roster, tag) {
    const draft = el('button', { type: 'button', class: 'small', onclick: () => press(draft, async () => {
      const { rosters: [made] } = await post('/api/rosters/drafts', { month: month.value, courts: [roster.court] });
      tell(`已排 ${made.shifts} 班${made.gaps.length > 0 ? `，仍有 ${made.gaps.length} 处待补` : '，没有空缺'}。`);
      await load();
    }) }, roster.months[0].version > 0 ? '自动补空缺' : '自动排班');
    const publish = el('button', { type: 'button', class: 'small', onclick: () => press(publish, async () => {
      await post(`/api/rosters/${roster.court}/publish`, { month: month.value }, { match: tag });
      tell('值班表已公布，以后的调整另成新版。');
      await load();
    }) }, '公布');
    return el('div', { class: 'acts', style: 'margin-top: .8rem' }, draft, roster.months[0].version === 0 && publish);
  }
}
