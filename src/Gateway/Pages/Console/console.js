// The console: who one is decides which places there are; each place is a module that fills the page and returns when it is left.

import { get, post, session } from './api.js';
import { el, press, unopened, words } from './view.js';
import { receptions } from './receptions.js';
import { requests } from './requests.js';
import { routings } from './routings.js';
import { campaigns } from './campaigns.js';
import { errands } from './errands.js';
import { desk } from './desk.js';
import { daily } from './daily.js';
import { cases } from './cases.js';
import { file } from './case.js';
import { imports } from './imports.js';
import { reports } from './reports.js';
import { board } from './board.js';
import { checks } from './checks.js';
import { rosters } from './rosters.js';
import { screenings } from './screenings.js';
import { visits } from './visits.js';
import { signIn } from './sign-in.js';

// The first of one's places is where one begins.
const places = [
  { name: '日报告看板', may: ['supervisor'], show: board },
  { name: '本院今日', may: ['office'], show: daily },
  { name: '包案工作台', may: ['leader', 'office', 'supervisor'], show: desk },
  { name: '接访登记', may: ['clerk', 'leader', 'office'], show: receptions },
  { name: '信访台账', may: ['leader', 'office', 'supervisor', 'judge', 'leadingGroup', 'clerk'], show: cases },
  { name: '值班表', may: ['office', 'supervisor', 'leader', 'clerk', 'judge', 'leadingGroup'], show: rosters },
  { name: '领导接待日', may: ['clerk', 'office', 'leader', 'supervisor', 'judge', 'leadingGroup'], show: visits },
  { name: '首诉登记', may: ['clerk', 'leader', 'office'], show: requests },
  { name: '首审首执分流', may: ['clerk', 'office', 'judge', 'leader', 'supervisor'], show: routings },
  { name: '集中办访月', may: ['supervisor', 'office', 'clerk', 'leader', 'judge'], show: campaigns },
  { name: '办不成事窗口', may: ['clerk', 'office', 'leader', 'supervisor', 'judge'], show: errands },
  { name: '诉讼案件排查', may: ['office', 'supervisor'], show: screenings },
  { name: '现场检查', may: ['office', 'supervisor'], show: checks },
  { name: '统计产品', may: ['supervisor', 'office', 'reporter'], show: reports },
  { name: '台账导入', may: ['office', 'supervisor'], show: imports },
];

const at = id => document.getElementById(id);
let stop = new AbortController();
/** The place that a case was opened from, and goes back to. */
let here = null;

function state(word) {
  const live = at('live');
  live.hidden = !word;
  live.className = word === 'live' ? 'on' : '';
  live.textContent = { live: '实时', lost: '连接中断，正在重连……', signedOut: '登录已过期，请重新登录' }[word] ?? '';
}

async function go(place, context) {
  stop.abort();
  stop = new AbortController();
  at('live').hidden = true;
  here = place;
  for (const button of at('places').children) button.setAttribute('aria-current', button.textContent === place.name ? 'page' : 'false');
  // A page of its own: what was left while it was still being fetched fills nobody else's.
  const page = el('div', { style: 'display: contents' }), left = stop.signal;
  at('place').replaceChildren(page);
  try { await place.show({ ...context, page, state, stop: left }); }
  catch (refused) {
    if (left.aborted) return;
    if (refused.status === 401) return leave();
    page.replaceChildren(unopened(refused));
  }
}

function leave() {
  stop.abort();
  session.token = null;
  begin();
}

async function begin() {
  const me = session.claims;
  for (const id of ['places', 'leave']) at(id).hidden = !me;
  at('places').replaceChildren();
  at('who').textContent = '';
  at('live').hidden = true;
  if (!me) return signIn(at('place'), begin);
  const mine = places.filter(p => p.may.includes(me.role));
  let city;
  try { city = await get('/api/city'); }
  catch (refused) {
    if (refused.status === 401) return leave();
    return at('place').replaceChildren(unopened(refused));
  }
  const court = city.courts.find(c => c.id === me.court);
  at('who').textContent = [court?.name ?? me.court, words.role[me.role] ?? me.role, me.name].join(' · ');
  const context = { me, city, court };
  // A case is opened from anywhere, and what was there before is there again afterwards.
  context.open = id => {
    const before = here.before ?? here;
    return go({ name: before.name, before, show: inside => file({ ...inside, id, back: () => go(before, context) }) }, context);
  };
  at('places').replaceChildren(...mine.map(p => el('button', { type: 'button', onclick: () => go(p, context) }, p.name)));
  if (mine.length > 0) await go(mine[0], context);
  else at('place').replaceChildren(el('section', {}, el('h2', {}, '此角色没有页面'), el('p', {}, me.role === 'ops' ? ['请打开', dashboard()] : '请使用接口。')));
}

/** The dashboard is a page that its token does not travel with: a cookie for it is asked for first. */
function dashboard() {
  const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, async () => { await post('/dashboard/session'); location.href = '/dashboard'; }) }, '运行面板');
  return button;
}

at('leave').addEventListener('click', leave);
begin();
