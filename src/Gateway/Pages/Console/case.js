// One case, one file (J7): whose it is, what is due when, what happened, and what may be done now by whoever looks.

import { get, newKey, save, upload } from './api.js';
import { actForm, holderOf, paperTypes, typeOf } from './act.js';
import { chip, day, el, field, instant, opener, options, ownerOf, press, say, table, tell, words } from './view.js';

export async function file({ page, me, city, id, back, open }) {
  const address = `/api/cases/${id}`, courtOf = id => city.courts.find(c => c.id === id)?.name ?? id;
  async function load(told) {
    const [now, may] = await Promise.all([get(address), get(`${address}/acts`)]);
    page.replaceChildren(head(now), limits(now), work(now, may), signatures(now), receptions(now), papers(now, may), timeline(now));
    if (told) tell(told);
  }

  function head(now) {
    const owner = now.owner ? `包案领导：${ownerOf(now.owner, city)}` : '包案领导待定';
    const assigned = now.work.assignment;
    const about = [
      `${courtOf(now.court)}，${now.openedOn} 立项`, now.lastReceptionOn && `最近接访 ${now.lastReceptionOn}`, `在办 ${now.work.ageDays} 天，现手中 ${now.work.heldDays} 天`,
      now.courts.length > 1 && `参与办理：${now.courts.map(courtOf).join('、')}`, assigned && `交办文号 ${assigned.documentNumber}`,
      now.work.entry && `责任人 ${now.work.entry.handler}（${now.work.entry.contact}）`,
    ];
    const doc = (title, path, name) => { const b = el('button', { type: 'button', class: 'plain small', onclick: () => press(b, () => save(`${address}/${path}`, name)) }, title); return b; };
    return el('section', { id: 'head' },
      el('div', { class: 'acts' }, el('button', { type: 'button', class: 'plain small', onclick: back }, '返回'), doc('一案一档', 'file?format=docx', '一案一档.docx'),
        now.work.closings.length > 0 && doc('办结报告', 'closing-report', '办结报告.docx')),
      el('h2', { class: 'owner' }, now.caseNumber ?? '无案号事项', ' ', chip(words.status[now.status] ?? now.status),
        assigned && chip(assigned.urgent ? '交办 · 急办' : '交办', assigned.urgent ? 'bad' : 'warn'), now.work.level > 0 && chip(`第${'一二三'[now.work.level - 1]}层级`, 'warn'),
        now.imported.some(i => i.longStanding) && chip('老户', 'warn')),
      el('p', {}, owner), el('p', { class: 'note' }, about.filter(Boolean).join('；')),
      now.joinedInto && el('p', {}, '该事项已并入另一事项，请在合并后的事项上办理：', opener(open, { caseId: now.joinedInto, caseNumber: '打开合并后的事项' })), now.owners.length > 1 && owners(now));
  }

  const owners = now => el('details', {}, el('summary', {}, '历任包案领导'), table(['领导', '自', '至', '缘由'], now.owners.map(o => [
    `${o.name}（${courtOf(o.court)}${o.post}）${o.firstReceiver ? '，首接领导' : ''}`, instant(o.from), instant(o.to), o.succession?.reason ?? '—']), ''));

  /** What is due stands as a bar that fills towards its last day: looked at rather than read. */
  function limits(now) {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const share = c => Math.min(1, Math.max(0, (Date.parse(today) - Date.parse(c.startedOn)) / Math.max(1, Date.parse(c.dueOn) - Date.parse(c.startedOn))));
    const rows = now.work.clocks.map(c => {
      const [text, kind] = words.due[c.state] ?? ['不再计算', ''];
      const bar = el('meter', { min: 0, max: 1, value: c.state === 'met' || c.state === 'metLate' ? 1 : share(c), 'aria-label': `${c.name}：${text}` });
      return [`${c.name}（${c.rule}）`, holderOf(c), c.startedOn, `${c.dueOn}24时`, bar, chip(text, kind)];
    });
    return el('section', { class: 'wide', id: 'limits' }, el('h2', {}, '期限'), table(['期限', '办理人', '起算', '截止', '', ''], rows, '没有期限。'));
  }

  /** Only what is open to whoever looks is offered, and its form asks for what the rule wants written down. */
  function work(now, may) {
    const inside = el('div', { id: 'act' });
    const chosen = el('select', { name: 'act', onchange: () => show() }, el('option', { value: '' }, '请选择'), may.items.map(a => el('option', { value: a.act }, `${a.title}（${a.rule}）`)));
    const show = () => {
      const act = may.items.find(a => a.act === chosen.value);
      inside.replaceChildren(...act ? [actForm(act, { file: now, city, done: () => load(`“${act.title}”已登记。`) })] : []);
    };
    const section = el('section', { class: 'side', id: 'work' }, el('h2', {}, '办理'),
      may.items.length > 0 ? el('form', { onsubmit: e => e.preventDefault() }, el('label', { class: 'whole' }, '本人可以办理', chosen)) : el('p', { class: 'empty' }, '现在没有由您办理的事项。'), inside);
    // What waits for a signature is offered first; everything else is chosen.
    chosen.value = may.items.find(a => a.act === 'sign')?.act ?? '';
    if (chosen.value) show();
    return section;
  }

  function signatures(now) {
    if (now.work.closings.length === 0) return '';
    return el('section', { id: 'closings' }, el('h2', {}, '报结'), now.work.closings.map(c => el('div', { class: `unit ${c.sentBackBy ? 'bad' : c.next ? 'warn' : 'good'}` },
      el('b', {}, `第 ${c.number} 次，${c.on}，${c.outcomeName || c.to || ''}`), ' ', chip(c.sentBackBy ? '已退回' : c.next ? '签批中' : '已签批', c.sentBackBy ? 'bad' : c.next ? 'warn' : 'good'),
      el('p', { class: 'note' }, c.signatures.map(s => `${s.layerName} ${s.name} ${s.on}${s.opinion ? `：${s.opinion}` : ''}`).join('；') || '尚未签批'), c.sentBackBy && el('p', {}, c.sentBackBy),
      el('details', {}, el('summary', {}, '报告内容'), c.report.map(f => el('p', {}, el('b', {}, f.title), el('br'), f.value ?? '（个人信息已依法删除）'))))));
  }

  function receptions(now) {
    const record = r => { const b = el('button', { type: 'button', class: 'plain small', onclick: () => press(b, () => save(`${address}/receptions/${r.receptionId}/record`, '接访登记表.docx')) }, '登记表'); return b; };
    return el('section', { id: 'receptions' }, el('h2', {}, '接访'), table(['次序', '接访时间', '接访法院', '接访形式', '信访人', '信访诉求', '接访领导', ''], now.receptions.map(r => [
      `${r.first ? '初访' : `重访（第 ${r.number} 次）`}${r.headcount >= 5 ? `，${r.headcount} 人` : ''}`, instant(r.occurredAt), courtOf(r.court), words.channel[r.channel] ?? r.channel,
      r.erased ? '（已依法删除）' : r.petitioner?.name ?? '未提供姓名', (r.claim ?? '').slice(0, 60), city.leaders.find(l => l.id === r.receivedBy)?.name ?? '—', record(r)]),
    now.imported.length > 0 ? '台账导入的事项，系统内还没有接访。' : '还没有接访。'), now.imported.map(ledger));
  }

  /** W5: what a ledger said of it before the system began; it enters no count. */
  const ledger = i => el('p', { class: 'note' }, [
    `台账所载（${courtOf(i.unit)}，第 ${i.rows.join('、')} 行）：${i.erased ? '（个人信息已依法删除）' : [i.petitioner?.name, i.grievance].filter(Boolean).join('，')}`,
    i.firstVisitOn && `首次来访 ${i.firstVisitOn}`, i.earlierVisits > 0 && `系统以前来访 ${i.earlierVisits} 次`].filter(Boolean).join('；'));

  function papers(now, may) {
    const kind = el('select', { name: 'kind' }, options(Object.fromEntries(may.paperKinds.map(k => [k.value, k.name]))));
    const chosen = el('input', { name: 'paper', type: 'file', accept: Object.keys(paperTypes).map(e => `.${e}`).join(',') });
    const send = el('button', { class: 'small' }, '上传');
    let key = newKey();
    const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(send, file); } }, field('kind', '材料种类', kind), field('content', '文件（PDF、图片、DOCX、XLSX）', chosen), el('div', { class: 'whole' }, send));
    async function file() {
      say(form, {});
      const [paper] = chosen.files;
      if (!paper) return say(form, { content: ['请选择文件。'] });
      try {
        await upload(`${address}/papers?kind=${kind.value}`, paper, typeOf(paper), key);
      } catch (refused) {
        say(form, { content: Object.values(refused.errors).flat().concat(Object.keys(refused.errors).length ? [] : [refused.message]) });
        if (refused.status && refused.status !== 503) key = newKey();
        return;
      }
      await load('材料已上传。');
    }
    const read = p => { const b = el('button', { type: 'button', class: 'plain small', onclick: () => press(b, () => save(`${address}/papers/${p.paperId}`, `${p.name}.${Object.keys(paperTypes).find(e => paperTypes[e] === p.mediaType) ?? 'bin'}`)) }, '打开'); return b; };
    return el('section', { class: 'half', id: 'papers' }, el('h2', {}, '材料'), table(['材料', '大小', ''], now.work.papers.map(p => [p.name, `${Math.ceil(p.size / 1024)} KB`, read(p)]), '还没有材料。'),
      me.role === 'leadingGroup' ? '' : el('details', {}, el('summary', {}, '上传材料'), form));
  }

  const timeline = now => el('section', { class: 'half', id: 'timeline' }, el('h2', {}, '办理经过'), el('ol', { class: 'line' }, now.chronicle.toReversed().map(e =>
    el('li', {}, el('b', {}, e.what), ' ', el('span', { class: 'note' }, `${instant(e.at)} · ${city.leaders.find(l => l.id === e.by)?.name ?? e.by}`), e.detail && el('div', {}, e.detail)))));

  await load();
}
