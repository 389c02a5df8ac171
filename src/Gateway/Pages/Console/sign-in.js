// In production a token of the courts' own issuer is pasted; a development gateway gives one for any role.

import { Refused, reach, session } from './api.js';
import { el, press, tell, words } from './view.js';

const courts = { dg: '东港区人民法院', xs: '西山区人民法院', zy: '望海市中级人民法院' };
const samples = [
  ['窗口工作人员', { sub: 'C01', name: '窗口一', court: 'dg', role: 'clerk' }],
  ['院领导（曹景和）', { sub: 'L012', name: '曹景和', court: 'dg', role: 'leader' }],
  ['基层法院信访部门', { sub: 'O01', name: '信访室', court: 'dg', role: 'office' }],
  ['中院信访部门', { sub: 'S01', name: '信访局', court: 'zy', role: 'supervisor' }],
];

export async function signIn(page, then) {
  const enter = token => { session.token = token; then(); };
  const token = el('textarea', { id: 'token', autocomplete: 'off', spellcheck: 'false' });
  const said = el('p', { class: 'fault', role: 'alert' });
  const form = el('form', { onsubmit: e => {
    e.preventDefault();
    const given = token.value.trim();
    session.token = given;
    if (session.claims) enter(given);
    else { session.token = null; said.textContent = '这不是令牌，请粘贴统一认证签发的完整令牌。'; }
  } }, el('label', { class: 'whole' }, '访问令牌', token), el('div', { class: 'whole' }, el('button', {}, '进入')), said);
  page.replaceChildren(el('section', { class: 'narrow' }, el('h2', {}, '登录'), form));
  if (await isDevelopment()) page.append(trial(enter));
}

async function isDevelopment() {
  try { return (await ask({})).status !== 404; }
  catch (refused) {
    tell(refused.message);
    return false;
  }
}

function trial(enter) {
  return el('section', { class: 'narrow', id: 'trial' }, el('h2', {}, '开发环境：选一个身份试用'), samples.map(([title, claims]) => {
    const button = el('button', { type: 'button', class: 'plain', onclick: () => press(button, async () => enter(await issue(claims))) }, `${title} · ${courts[claims.court]}`);
    return el('p', {}, button);
  }), el('p', { class: 'note' }, `${words.role.leadingGroup}、${words.role.judge}等其他角色请用接口取得令牌后粘贴。`));
}

async function issue(claims) {
  const answer = await ask(claims);
  const said = await answer.json();
  if (!answer.ok) throw new Refused(said);
  return said.token;
}

const ask = claims => reach('/dev/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(claims) });
