// Leader reception days (S7): which there are and what is left, appointments made at the window, and the slip to take along.

import { get, newKey, post } from './api.js';
import { chip, el, field, press, say, table, tell, today, words } from './view.js';
import { step } from './step.js';

/** Days ahead that are shown. */
const ahead = 60;

export async function visits({ page, me, city }) {
  const court = el('select', { name: 'ofCourt', onchange: () => press(court, load) }, city.courts.map(c => el('option', { value: c.id }, c.name)));
  court.value = me.court;
  const list = el('div', { id: 'visits' }), slip = el('div', { id: 'slip', role: 'status' }), side = el('section', { class: 'side' });
  const day = (name, set) => el('input', { name, type: 'date', ...set }), text = (name, set) => el('input', { name, autocomplete: 'off', maxlength: 100, ...set });
  page.replaceChildren(el('section', { class: 'wide' }, el('h2', {}, '领导接待日'), field('court', '法院', court), slip, list), side);
  await load();

  async function load() {
    const keeps = me.role === 'supervisor' || (me.role === 'office' && me.court === court.value);
    const books = me.court === court.value && ['clerk', 'leader', 'office'].includes(me.role);
    const until = new Date(Date.parse(today()) + ahead * 86_400_000).toISOString().slice(0, 10);
    const { items } = await get(`/api/reception-days/${court.value}?from=${today()}&to=${until}`);
    slip.replaceChildren();
    list.replaceChildren(...items.length === 0 ? [el('p', { class: 'empty' }, `今后${ahead}日没有公告的领导接待日。`)] : items.map(item => line(item, keeps, books)));
    side.hidden = !keeps;
    side.replaceChildren(...keeps ? [el('h2', {}, '公告接待日'), announce()] : []);
  }

  function line(item, keeps, books) {
    const address = `/api/reception-days/${court.value}/${item.date}`, taken = item.capacity - item.remaining, kind = words.receptionDay[item.status][1];
    const names = el('div');
    return el('div', { class: `unit ${kind}`, 'data-date': item.date }, el('b', {}, `${item.date} ${item.from.slice(11, 16)}—${item.to.slice(11, 16)} · ${item.leader.name} ${item.leader.post}`), ' ', chip(...words.receptionDay[item.status]),
      el('div', { class: 'note' }, [item.place, item.topic, item.status === 'open' ? (item.remaining > 0 ? `余 ${item.remaining} 号` : '已约满') : `已约 ${item.appointments.filter(a => a.status !== 'cancelled').length} 号`, item.why].filter(Boolean).join('；')),
      item.status === 'open' && el('meter', { max: item.capacity, value: taken, title: `已约 ${taken} / ${item.capacity}` }),
      books && item.status === 'open' && item.remaining > 0 && el('details', {}, el('summary', {}, '预约'), book(item, address)),
      books && item.appointments.length > 0 && named(address, names), names,
      keeps && item.status === 'open' && el('details', {}, el('summary', {}, '停止预约'), step(`${address}/close`, '停止', [['reason', '理由（不写姓名）', text('reason', { maxlength: 200 }), 'whole']], load)),
      keeps && ['open', 'closed'].includes(item.status) && el('details', {}, el('summary', {}, '取消接待日'), step(`${address}/withdraw`, '取消', [['reason', '理由（不写姓名；已预约的须逐一告知）', text('reason', { maxlength: 200 }), 'whole']], load)));
  }

  function book(item, address) {
    return step(`${address}/appointments`, '取号', [
      ['name', '姓名（可以不填）', text('name'), 'third'], ['phone', '电话（可以不填）', text('phone', { maxlength: 40 }), 'third'], ['matter', '事由（可以不填）', text('matter', { maxlength: 500 }), 'third'],
    ], async told => {
      await load();
      slip.replaceChildren(el('section', { class: 'verdict' }, el('b', {}, '预约单'), el('p', { class: 'owner' }, el('code', {}, told.number)),
        el('p', {}, `${told.for.slice(0, 10)} ${told.for.slice(11, 16)}，${told.place}，${told.leaderName}（${item.leader.post}）接待。`), el('p', { class: 'note' }, '姓名、电话、事由在接待结束后删除。')));
    });
  }

  /** Opened on demand: every look at who comes is recorded. */
  function named(address, names) {
    const show = async () => names.replaceChildren(table(['预约号', '时间', '姓名', '电话', '事由', '', ''], (await get(`${address}/appointments`)).items.map(a => [
      el('code', {}, a.number), a.for.slice(11, 16), a.name ?? '—', a.phone ?? '—', a.matter ?? '—', chip(...words.appointment[a.status]), a.status === 'booked' ? cancel(a) : '']), ''));
    const button = el('button', { type: 'button', class: 'plain small', onclick: () => press(button, async () => { await show(); button.hidden = true; }) }, '预约名单');
    return button;

    function cancel(appointment) {
      return el('details', {}, el('summary', {}, '取消'), step(`/api/appointments/${appointment.number}/cancel`, '取消预约', [['reason', '理由（不写姓名）', text('reason', { maxlength: 200 }), 'whole']], show));
    }
  }

  /** The day is part of the address, so this form is sent by hand. */
  function announce() {
    const input = {
      date: day('date', { min: today() }),
      leader: el('select', { name: 'leader' }, city.leaders.filter(l => l.court === court.value && l.active !== false).map(l => el('option', { value: l.id }, `${l.name}（${l.post}）`))),
      shift: el('select', { name: 'shift' }, el('option', { value: 'morning' }, '上午'), el('option', { value: 'afternoon' }, '下午')),
      place: text('place'), capacity: el('input', { name: 'capacity', type: 'number', min: 1, value: 8 }), topic: text('topic'),
    };
    const told = el('p', { class: 'fault', role: 'alert' }), submit = el('button', {}, '公告');
    let key = newKey();
    const form = el('form', { novalidate: true, onsubmit: e => { e.preventDefault(); press(submit, send); } },
      field('date', '日期', input.date), field('shift', '时段', input.shift), field('leader', '接待领导', input.leader, 'whole'), field('place', '地点', input.place, 'whole'),
      field('capacity', '号数', input.capacity), field('topic', '主题（可以不填）', input.topic), el('div', { class: 'whole' }, submit), told);
    return form;

    async function send() {
      told.textContent = '';
      if (!input.date.value) return say(form, { date: ['请填写日期。'] });
      say(form, {});
      try {
        await post(`/api/reception-days/${court.value}/${input.date.value}`, {
          leader: input.leader.value, shift: input.shift.value, place: input.place.value.trim() || undefined, capacity: Number(input.capacity.value) || undefined, topic: input.topic.value.trim() || undefined,
        }, { key });
        tell('已公告，并排入值班表。');
        await load();
      } catch (refused) {
        say(form, refused.errors);
        told.textContent = refused.message;
        if (refused.status && refused.status !== 503) key = newKey();
      }
    }
  }
}
