// The periodic products (S1, J12): looked at here, saved as papers and workbooks, and published by whoever may.

import { get, newKey, post, save } from './api.js';
import { chip, el, field, instant, latest, number, options, press, say, table, tell, words } from './view.js';

export async function reports({ page, me, city }) {
  const newest = latest();
  const all = me.role !== 'office';
  const product = el('select', { name: 'product', onchange: () => press(look, show) }, options(words.product)), shown = el('div', { style: 'display: contents' });
  const from = el('input', { name: 'from', type: 'date' }), to = el('input', { name: 'to', type: 'date' });
  const court = all ? el('select', { name: 'court' }, el('option', { value: '' }, '全市法院'), city.courts.map(c => el('option', { value: c.id }, c.name))) : null;
  const look = el('button', { class: 'small' }, '查看');
  const file = (title, form) => { const b = el('button', { type: 'button', class: 'plain small', onclick: () => press(b, () => save(address(`format=${form}`), `${words.product[product.value]}.${form}`)) }, title); return b; };
  const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(look, show); } },
    field('product', '统计产品', product, 'third'), field('from', '起（不填为本期）', from, 'third'), field('to', '止', to, 'third'), court && field('court', '法院', court, 'third'),
    el('div', { class: 'whole acts' }, look, file('存为公文', 'docx'), file('存为表格', 'xlsx')));
  function address(more) {
    const asked = [from.value && `from=${from.value}`, to.value && `to=${to.value}`, court?.value && `court=${court.value}`, more].filter(Boolean).join('&');
    return `/api/reports/${product.value}${asked ? `?${asked}` : ''}`;
  }

  async function show() {
    say(form, {});
    let told;
    try { told = await newest(get(address())); }
    catch (refused) {
      shown.replaceChildren();
      say(form, refused.errors);
      return Object.keys(refused.errors).length > 0 ? undefined : tell(refused.message);
    }
    if (!told) return;
    const { report } = told;
    shown.replaceChildren(head(told), ...report.sections.map(section), meanings(report));
  }

  function head({ report, state, publishedBy, publishedAt, corrections, pending }) {
    const frozen = state === 'frozen';
    return el('section', { id: 'product' }, el('h2', {}, `${report.title}（${report.scopeName}，${report.from} 至 ${report.to}）`, ' ', chip(frozen ? '已发布' : '未发布', frozen ? 'good' : 'warn')),
      el('p', { class: 'note' }, [`数据时点 ${instant(report.at)}`, frozen && `${publishedBy} ${instant(publishedAt)} 发布`, corrections.length > 0 && `更正 ${corrections.length} 次`,
        pending.length > 0 && `有 ${pending.length} 项数字此后有变动，可再次发布予以更正`].filter(Boolean).join('；')),
      me.role === 'reporter' || (frozen && pending.length === 0) ? '' : publish(report, frozen));
  }

  /** What is put right says why; the period must be over, and the gateway says so where it is not. */
  function publish(report, again) {
    const reason = el('input', { name: 'reason', maxlength: 500, autocomplete: 'off' }), button = el('button', { class: 'small' }, again ? '发布更正' : '发布');
    const key = newKey();
    const sent = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(button, send); } }, again ? field('reason', '更正理由', reason, 'whole') : '', el('div', { class: 'whole' }, button));
    async function send() {
      say(sent, {});
      try {
        await post(`/api/reports/${report.kind}/publish`, { from: report.from, to: report.to, court: report.scope === 'city' ? undefined : report.scope, reason: reason.value.trim() || undefined }, { key });
        tell('已发布。');
        await show();
      } catch (refused) {
        say(sent, refused.errors);
        tell(Object.values(refused.errors).flat()[0] ?? refused.message);
      }
    }
    return el('details', {}, el('summary', {}, again ? '发布更正' : '发布，数字自此固定'), sent);
  }

  /** Bars beside one another, as the paper draws them. */
  function picture({ chart, columns, rows }) {
    const drawn = chart?.columns.map(key => columns.findIndex(c => c.key === key)) ?? [];
    const values = rows.slice(0, chart?.rows ?? 0), most = Math.max(0, ...values.flatMap(row => drawn.map(i => sizeOf(row[i]))));
    if (most === 0) return '';
    return el('div', { class: 'ladder', role: 'img', 'aria-label': chart.title }, values.flatMap(row => drawn.flatMap(i => [
      el('span', {}, drawn.length > 1 ? `${row[0]} ${columns[i].title}` : String(row[0])), el('span', { class: 'bar', style: `width: ${100 * sizeOf(row[i]) / most}%` }), el('b', {}, cellOf(row[i])?.textContent ?? String(row[i] ?? ''))])));
  }

  /** A cell is a text, a number, a share, a day or nothing. */
  const cellOf = cell => typeof cell === 'number' ? number(cell) : cell?.share !== undefined ? number(`${(100 * cell.share).toFixed(2)}%`) : cell?.day ?? cell ?? '';

  /** How long a bar is. */
  const sizeOf = cell => Number(cell?.share ?? cell) || 0;

  const section = s => el('section', {}, el('h2', {}, s.heading), s.paragraphs.map(p => el('p', {}, p)), s.tables.map(t => el('div', {}, el('p', { class: 'note' }, t.caption), picture(t),
    table(t.columns.map(c => c.title), t.rows.map(row => row.map(cellOf)), '本期没有。'))));

  const meanings = report => el('section', {}, el('details', {}, el('summary', {}, '统计口径'), report.definitions.map(d => el('p', {}, el('b', {}, d.term), `：${d.meaning}`))));

  page.replaceChildren(el('section', {}, el('h2', {}, '统计产品'), form), shown);
  await show();
}
