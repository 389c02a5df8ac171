// A leader's desk, kept as it is now by the live stream (W6, W8, W15).

import { follow, get, post } from './api.js';
import { instantInput } from './act.js';
import { step } from './step.js';
import { chip, day, el, instant, limit, number, opener, options, press, table, tell, unopened, words } from './view.js';

const happened = {
  summoned: '有信访人重访，请签收到场通知。', notified: '有信访人再次来信来电，请查阅。', owned: '新增一件包案事项。', escalated: '有到场通知逾期未应，已上报。',
  missed: '有约定的接待未按时进行。', handedOn: '有包案事项已移交他人。', relieved: '有包案事项已回避。',
};

export async function desk({ page, me, city, state, stop, open: openCase }) {
  const leaders = city.leaders.filter(l => l.active !== false && (me.role === 'supervisor' || l.court === me.court));
  /** By summons: an appointment that is being written stays while the desk around it is brought up to date. */
  const arranging = new Map();
  let leader = me.role === 'leader' ? me.sub : leaders[0]?.id, following = null;
  const whose = el('select', { id: 'whose', onchange: () => { leader = whose.value; open().catch(nothing); } }, leaders.map(l => el('option', { value: l.id }, `${l.name}（${l.post}）`)));
  const rest = el('div', { style: 'display: contents' });
  page.replaceChildren(...me.role === 'leader' ? [] : [el('section', {}, el('label', {}, '查看哪位领导的工作台', whose))], rest);
  stop.addEventListener('abort', () => following?.abort());
  await open();

  // Another leader's desk that cannot be opened leaves none: the one before would stand under the wrong name, followed by nobody.
  function nothing(refused) {
    state(null);
    rest.replaceChildren(unopened(refused));
  }

  async function open() {
    following?.abort();
    const mine = following = new AbortController();
    const { position } = await load();
    let asked = null;
    const again = () => { clearTimeout(asked); asked = setTimeout(() => load().catch(refused => tell(refused.message)), 50); };
    follow(`/api/leaders/${encodeURIComponent(leader)}/events?after=${position}`, position, kind => { if (happened[kind]) tell(happened[kind]); again(); }, state, mine.signal);
  }

  async function load() {
    const now = await get(`/api/leaders/${encodeURIComponent(leader)}/desk`);
    const writing = document.activeElement;
    rest.replaceChildren(...parts(now));
    if (rest.contains(writing)) writing.focus();
    return now;
  }

  function parts(now) {
    const waiting = now.summonses.filter(s => s.status === 'sent' || s.status === 'escalated').length;
    const late = now.due.filter(d => d.state === 'overdue').length;
    const tile = (value, text, hot) => el('section', { class: hot ? 'tile hot' : 'tile' }, el('b', {}, String(value)), el('span', {}, text));
    const file = new Map(now.cases.map(c => [c.caseId, c.caseNumber ?? '无案号事项']));
    return [
      tile(now.openCases, '件包案在办'), tile(waiting, '件到场通知待签收', waiting > 0), tile(late, '项逾期', late > 0),
      tile(`${now.year.resolved} / ${now.year.target}`, `${now.year.year} 年已化解 / 应化解；本年接访 ${now.year.receptions} 次`),
      el('section', { id: 'summonses' }, el('h2', {}, '到场通知'), table(['事项', '来访法院', '发出', '状态', '约定', ''], now.summonses.map(s => [
        opener(openCase, { caseId: s.caseId, caseNumber: file.get(s.caseId) ?? '事项' }), courtOf(s.court), instant(s.sentAt), chip(...words.summons[s.status] ?? [s.status]),
        s.meeting ? `${words.mode[s.meeting.mode]} ${instant(s.meeting.at)}${s.meeting.place ? ` · ${s.meeting.place}` : ''}` : '—', acts(s)]), '没有待办的到场通知。')),
      el('section', { class: 'half', id: 'due' }, el('h2', {}, '到期事项'), table(['事项', '内容', '期限', ''], now.due.map(d => [opener(openCase, { caseId: d.caseId, caseNumber: file.get(d.caseId) }), `${d.what}（${d.rule}）`, limit(d.dueAt), chip(...words.due[d.state] ?? [d.state])]), '没有到期事项。')),
      el('section', { class: 'half', id: 'awaiting' }, el('h2', {}, '待签批和答复'), table(['事项', '内容', '自'], now.awaiting.map(a => [opener(openCase, a), `${a.what}（${a.rule}）`, day(a.since)]), '没有等候签批或答复的事项。')),
      el('section', { class: 'half' }, el('h2', {}, '值班安排'), table(['法院', '日期', '时段'], now.duty.map(d => [courtOf(d.court), d.date, `${instant(d.from)} — ${instant(d.to)}`]), '近期没有值班。')),
      el('section', { id: 'cases' }, el('h2', {}, '包案事项'), cases(now.cases), now.openCases > now.cases.length && el('p', { class: 'note' }, `共 ${now.openCases} 件，列出 ${now.cases.length} 件。`)),
    ];
  }

  function cases(list) {
    const most = Math.max(1, ...list.map(c => c.daysInHands));
    return table(['案号', '法院', '状态', '接访次数', '最近接访', '距首次接访', '现手中天数', ''], list.map(c => [
      opener(openCase, c), courtOf(c.court), [chip(words.status[c.status] ?? c.status), c.longStanding && chip('老户', 'warn'), c.relieved && chip('已回避', 'bad')],
      number(c.receptions), day(c.lastReceptionOn), number(c.daysSinceFirst === null ? '—' : `${c.daysSinceFirst} 天`), number(`${c.daysInHands} 天`), bar(c.daysInHands / most)]), '没有在办的包案事项。');
  }

  function acts(summons) {
    if (me.role === 'supervisor') return '';
    const act = (title, name, body) => {
      const button = el('button', { type: 'button', class: 'small plain', onclick: () => press(button, async () => { await post(`/api/summonses/${summons.summonsId}/${name}`, body?.()); await load(); }) }, title);
      return button;
    };
    const pending = summons.status === 'sent' || summons.status === 'escalated';
    return el('div', { class: 'acts' }, pending && act('签收', 'acknowledge'), summons.status === 'arranged' ? [act('已接待', 'keep'), act('未接待', 'miss')] : act('已到场', 'attend'),
      summons.status !== 'arranged' && arrangedFor(summons));
  }

  function arrangedFor(summons) {
    if (!arranging.has(summons.summonsId)) arranging.set(summons.summonsId, arrange(summons));
    return arranging.get(summons.summonsId);
  }

  function arrange(summons) {
    return el('details', {}, el('summary', {}, '约定接待'), step(`/api/summonses/${summons.summonsId}/arrange`, '确定', [
      ['mode', '约定方式', el('select', { name: 'mode' }, options(words.mode)), 'whole'], ['at', '约定时间', instantInput('at'), 'whole'],
      ['place', '地点或者会议号（带案下访不填）', el('input', { name: 'place', autocomplete: 'off', maxlength: 100 }), 'whole'],
    ], async () => {
      arranging.delete(summons.summonsId);
      await load();
    }));
  }

  function bar(share) { const td = el('td'), b = el('span', { class: 'bar' }); b.style.width = `${Math.round(100 * share)}px`; td.append(b); return td; }

  function courtOf(id) { return city.courts.find(c => c.id === id)?.name ?? id; }
}
