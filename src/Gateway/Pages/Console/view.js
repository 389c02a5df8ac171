// What every page is made of. Text is only ever set as text, so nothing that somebody wrote can act.

export function el(tag, set = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return node;
}

/** Of words that have a colour, the words alone. */
export const titles = list => Object.fromEntries(Object.entries(list).map(([value, [text]]) => [value, text]));

export const options = list => Object.entries(list).map(([value, text]) => el('option', { value }, text));

/** A field of a form; `name` is its path in the request, by which a refusal finds it. */
export const field = (name, title, input, kind = '') => el('label', { class: kind, 'data-field': name }, title, input, el('span', { class: 'fault', role: 'alert' }));

/** Says beside each field of a form what is wrong with it, by its path in the request, and takes the user to the first. */
export function say(form, errors) {
  form.querySelectorAll('[data-field]').forEach(label => {
    const said = Object.entries(errors).filter(([name]) => name.replace(/^(petitioner|case)\./, '') === label.dataset.field).flatMap(([, messages]) => messages);
    label.classList.toggle('wrong', said.length > 0);
    label.querySelector('.fault').textContent = said.join(' ');
  });
  form.querySelector('.wrong :is(input, select, textarea)')?.focus();
}

export const chip = (text, kind = '') => el('span', { class: `chip ${kind}` }, text);

export function table(heads, rows, none) {
  if (rows.length === 0) return el('p', { class: 'empty' }, none);
  return el('div', { class: 'scroll' }, el('table', {}, el('tr', {}, heads.map((h, i) => el('th', { class: rows[0][i]?.className === 'n' ? 'n' : '' }, h))), rows.map(cells => el('tr', {}, cells.map(c => c instanceof HTMLTableCellElement ? c : el('td', {}, c))))));
}

/** A case by its number, which opens its file. */
export function opener(open, { caseId, caseNumber }) {
  const button = el('button', { type: 'button', class: 'link', onclick: () => press(button, () => open(caseId)) }, caseNumber ?? '无案号事项');
  return button;
}

export const number = value => el('td', { class: 'n' }, String(value));

export const day = text => text ?? '—';

/** The day it is in the city. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
const dated = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
const yearOf = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric' });
/** Of another year than this one the year is said: what a file tells goes back further. */
export const instant = text => text ? (yearOf.format(new Date(text)) === yearOf.format() ? clock : dated).format(new Date(text)) : '—';

const hour = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOf = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });
/** When something is due. What ends with a day is written as on paper, 11月23日24时, and not as the first minute of the next (J5). */
export const limit = text => text && hour.format(new Date(text)) === '00:00' ? `${dayOf.format(new Date(text) - 1)}24时` : instant(text);

/** A case's owner as one is called: name, court and post. */
export const ownerOf = (owner, city) => `${owner.name}（${city.courts.find(c => c.id === owner.court)?.name ?? owner.court}${owner.post}）`;

/** In place of what could not be shown. */
export const unopened = refused => el('section', { class: 'verdict refused' }, el('h2', {}, '未能打开'), el('p', {}, refused.message));

export function tell(text) {
  const note = el('div', {}, text);
  document.getElementById('news').append(note);
  setTimeout(() => note.remove(), 8000);
}

/** Runs what a button does: it cannot be pressed twice meanwhile, and a refusal is said, not swallowed. */
export async function press(button, act) {
  button.disabled = true;
  try { await act(); }
  catch (refused) { tell(refused.message); }
  finally { button.disabled = false; }
}

/** Of questions that are asked one after another only the last is answered: an answer that was overtaken, or a refusal, is null. */
export function latest() {
  let asked = 0;
  return async question => {
    const turn = ++asked;
    try {
      const answer = await question;
      return turn === asked ? answer : null;
    } catch (refused) {
      if (turn === asked) throw refused;
      return null;
    }
  };
}

export const words = {
  status: { pending: '待受理', open: '办理中', reopened: '重新办理', provisional: '已办结（暂定）', resolved: '已化解', terminated: '已终结', handedOver: '已移交' },
  channel: { visit: '来访', letter: '来信', call: '来电', email: '来邮', online: '网上', video: '视频' },
  idType: { residentId: '居民身份证', passport: '护照', military: '军人证件', hkMacaoPermit: '港澳居民来往内地通行证', taiwanPermit: '台湾居民来往大陆通行证', other: '其他证件', none: '无' },
  level: { local: '本级', city: '到市', province: '到省', capital: '进京' },
  summons: { sent: ['待签收', 'bad'], escalated: ['逾期未应', 'bad'], acknowledged: ['已签收', 'warn'], arranged: ['已约定', 'warn'], missed: ['未按约', 'bad'], attended: ['已到场', 'good'], kept: ['已接待', 'good'] },
  mode: { appointment: '约期接访', video: '远程接访', onSite: '带案下访' },
  due: { running: ['计算中', ''], dueSoon: ['临期', 'warn'], due: ['今日到期', 'warn'], overdue: ['逾期', 'bad'], met: ['按期完成', 'good'], metLate: ['逾期完成', 'bad'], paused: ['中止', ''] },
  holder: { owner: '包案领导', handler: '承办人', unit: '承办单位', division: '承接部门', nobody: '' },
  requestKind: { inquiry: '查询', consultation: '咨询', business: '业务受理', complaint: '投诉' },
  requestHandling: { onTheSpot: '当场办结', promised: '限期答复', guided: '引导预约', complex: '疑难登记' },
  routingKind: { firstTrial: '首审', firstEnforcement: '首执' },
  routingGround: { refiled: '撤诉后重新起诉', derived: '调解或裁判衍生', model: '示范案件及平行案件', resumed: '恢复执行', split: '分立执行', batch: '同一依据批量执行', related: '关联案件', reassigned: '重新分配的案件', instalment: '分期履行的后续部分' },
  routingStatus: { pending: '待分流', routed: '已分流', disputed: '异议复核中', withdrawn: '已撤销' },
  routingDue: { running: ['进行中', ''], dueSoon: ['临期', 'warn'], due: ['今日到期', 'warn'], overdue: ['逾期', 'bad'], met: ['按期分流', 'good'], metLate: ['逾期分流', 'bad'] },
  objectionKind: { mismatch: '匹配异议', missedMatch: '漏配' },
  objectionOutcome: { granted: '异议成立', refused: '异议不成立', settled: '协商解决' },
  campaignLevel: { petitionStaff: '信访人员', handlingJudge: '承办法官', division: '业务庭', leaderInCharge: '分管院领导', president: '院长' },
  campaignBatch: { reviewed: '评查', entered: '导入程序', resolved: '化解', assisted: '救助', terminated: '终结' },
  campaignProgress: { open: '办理中', reopened: '销号后又需办理', struckOff: '已销号' },
  complaintStatus: { registered: '待流转', circulating: '核查中', checked: '待答复', answered: '已答复' },
  checkOutcome: { founded: '属实', partlyFounded: '部分属实', unfounded: '不属实' },
  checkDue: { running: ['进行中', ''], dueSoon: ['临期', 'warn'], due: ['今日到期', 'warn'], overdue: ['逾期', 'bad'], met: ['按期核查', 'good'], metLate: ['逾期核查', 'bad'] },
  forbiddenConduct: { buckPassing: '推诿扯皮', delay: '拖延不办', incompleteNotice: '不一次性告知', rudeness: '态度生硬', undueConditions: '违规设置条件', undueFees: '违规收费', extortion: '吃拿卡要', disclosure: '泄露信息', other: '其他' },
  answerMeans: { inPerson: '当面', call: '电话', writing: '书面', online: '网上' },
  checkedRegister: { firstRequests: '首诉登记', routings: '首审首执分流', complaints: '办不成事反映', receptions: '接访登记' },
  findingKind: { missing: '漏登', wrong: '错登', late: '迟登', unhandled: '未办理', incomplete: '材料不全', other: '其他' },
  checkStatus: { clean: '未发现问题', open: '待整改', rectified: '待复核', passed: '整改合格' },
  lawsuitStage: { open: '在办', closed: '已结' },
  riskGround: { judgment: '裁判结果争议', procedure: '审判程序争议', delay: '审理、执行迟缓', enforcement: '执行不能或不到位', service: '送达争议', conduct: '工作作风', manyParties: '涉众', other: '其他' },
  screening: { due: ['未到时限', ''], reported: ['已报', 'good'], nil: ['零报告', 'good'], late: ['迟报', 'warn'], missing: ['漏报', 'bad'] },
  dayStatus: { submitted: ['已报', 'good'], nil: ['零报告', 'good'], due: ['未到时限', ''], late: ['迟报', 'warn'], differs: ['与登记不符', 'bad'], missing: ['漏报', 'bad'] },
  shift: { morning: '上午', afternoon: '下午', afterHours: '工作时间外接待', receptionDay: '领导接待日（预约）' },
  swap: { proposed: ['待对方同意', 'warn'], accepted: ['已换班', 'good'], declined: ['未换成', ''], lapsed: ['已失效', ''] },
  receptionDay: { open: ['可预约', 'good'], closed: ['停止预约', ''], withdrawn: ['已取消', 'bad'], ended: ['已结束', ''] },
  appointment: { booked: ['已预约', ''], attended: ['已接待', 'good'], missed: ['未到', 'warn'], cancelled: ['已取消', ''] },
  figure: { receptions: '接访批次合计', visit: '来访批次', visitPersons: '来访人次', letter: '来信', call: '来电', email: '来邮', online: '网上', video: '视频', persons: '人次合计', first: '初访', repeat: '重访', collective: '集体访', skipLevel: '越级', toCity: '曾到市', toProvince: '曾到省', toCapital: '曾进京', closed: '当日办结', alerts: '预警信息' },
  alertKind: { capitalVisit: '进京访', collectiveVisit: '集体访', inspectionDisturbance: '督导组处滋事', other: '其他紧急情况' },
  product: { bulletin: '信访工作双周通报', weekly: '带班领导接访台账', monthly: '信访工作月报', quarterly: '信访工作季度分析', 'half-year': '信访工作半年情况', annual: '信访工作年度总结', explanations: '需说明情况单位清单', screening: '信访事项排查清单', indicators: '“三高三低”指标', workload: '院庭长接访化解工作量', 'staff-reviews': '首问首接责任考核依据', 'follow-ups': '信访工作周例会督办清单' },
  role: { clerk: '窗口', leader: '院庭长', office: '信访部门', supervisor: '中院信访部门', leadingGroup: '领导小组', judge: '承办法官', reporter: '统计', ops: '运维' },
};
