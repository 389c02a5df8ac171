// A ledger from a spreadsheet (J1, Y1): sent as it is, watched while it is taken up, and told row by row what is wrong.

import { get, newKey, upload } from './api.js';
import { el, field, options, press, say, table } from './view.js';

const kinds = { 'unresolved-cases': '信访积案台账', 'first-requests': '首诉登记簿' };
const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const made = { 'unresolved-cases': ['新立事项', '并入已有事项'], 'first-requests': ['新登记', '更新办结'] };

export async function imports({ page, stop }) {
  const kind = el('select', { name: 'kind' }, options(kinds)), sheet = el('input', { name: 'sheet', type: 'file', accept: '.csv,.xlsx' });
  const send = el('button', {}, '导入'), under = el('div', { id: 'import' });
  let key = newKey();
  for (const input of [kind, sheet]) input.addEventListener('change', () => { key = newKey(); });
  const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(send, begin); } },
    field('kind', '台账种类', kind), field('sheet', '文件（CSV 或 XLSX，不超过 20 MiB）', sheet), el('div', { class: 'whole' }, send));
  page.replaceChildren(el('section', {}, el('h2', {}, '台账导入'), form, under));

  async function begin() {
    say(form, {});
    const [file] = sheet.files, asked = kind.value;
    if (!file) return say(form, { sheet: ['请选择文件。'] });
    try { await watch(asked, await upload(`/api/imports/${asked}`, file, types[file.name.split('.').at(-1).toLowerCase()] ?? file.type, key)); }
    catch (refused) {
      under.replaceChildren();
      say(form, { sheet: [Object.values(refused.errors).flat()[0] ?? refused.message] });
      if (refused.status && refused.status !== 503) key = newKey();
    }
  }

  /** A large ledger takes minutes: it is looked after until it is through, or the page is left; the import goes on by itself. */
  async function watch(asked, now) {
    for (;;) {
      show(asked, now);
      if (now.state === 'done' || now.state === 'failed' || stop.aborted) return;
      await new Promise(done => setTimeout(done, 500));
      now = await get(`/api/imports/${now.id}`);
    }
  }

  function show(asked, now) {
    const state = { queued: '等候导入', running: '正在导入', done: '导入完成', failed: '导入未能完成' }[now.state];
    const [created, merged] = made[asked];
    const figures = `${created} ${now.created}，${merged} ${now.merged}，以前已导入 ${now.unchanged}，未导入 ${now.rejected}。`;
    under.replaceChildren(
      el('p', {}, el('b', {}, state), now.rows === null ? '' : `：${now.done} / ${now.rows} 行`), el('progress', { max: now.rows ?? 1, value: now.rows === null ? null : now.done, 'aria-label': state }),
      el('p', {}, figures),
      now.problems.length === 0 ? '' : el('div', {}, el('h2', {}, '请核对'), table(['行', '栏目', '问题'], now.problems.map(p => [p.row || '整个文件', p.field || '整行', p.message]), '')));
  }
}
