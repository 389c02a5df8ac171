// One act on a case: its form is made of what the gateway says is asked for, so that no rule stands here.

import { day, el, words } from './view.js';
import { step } from './step.js';

/** `act` is one that is open to whoever looks; `file` the case; `done` is called when it was done. */
export function actForm(act, { file, city, done }) {
  const inputs = act.fields.map(field => [field.name + (field.kind === 'papers' ? '[]' : ''), title(field), inputOf(field, act, file, city), isLong(field) ? 'whole' : '']);
  return step(act.address, act.title, inputs, done);
}

const isLong = field => ['narrative', 'papers', 'judgments', 'limits'].includes(field.kind);
const title = field => field.required ? field.title : `${field.title}（可以不填）`;

function inputOf(field, act, file, city) {
  const { name, kind, required } = field;
  const select = (...list) => el('select', { name }, required ? null : el('option', { value: '' }, '—'), list.flat());
  switch (kind) {
    case 'narrative': return el('textarea', { name, maxlength: 20000 });
    case 'day': return el('input', { name, type: 'date' });
    case 'instant': return instantInput(name);
    case 'leader': return leaderInput(select, field, file, city);
    case 'court': return select(city.courts.map(c => el('option', { value: c.id, selected: c.id === file.court }, c.name)));
    case 'choice': return select(field.choices.map(c => el('option', { value: c.value }, c.name)));
    case 'flag': return reading(select(el('option', { value: 'false' }, '否'), el('option', { value: 'true' }, '是')), input => input.value === 'true');
    case 'number': return el('input', { name, type: 'number', min: 1, step: 1 });
    case 'amount': return el('input', { name, type: 'number', min: 0, step: .01 });
    case 'actOf': return select(act.concerns.map(id => el('option', { value: id }, actNamed(file, id))));
    case 'clock': return select(act.concerns.map(id => el('option', { value: id }, clockNamed(file, id))));
    case 'papers': return el('select', { name, multiple: true, size: Math.min(6, Math.max(2, file.work.papers.length)) }, file.work.papers.map(p => el('option', { value: p.paperId }, p.name)));
    case 'limits': return limitsInput(name);
    case 'judgments': return judgmentsInput();
    default: return el('input', { name, autocomplete: 'off', maxlength: 200 });
  }
}

/** A control, or several in one frame, that says itself what is sent. */
const reading = (input, read) => Object.assign(input, { read: () => read(input) });

/** The city's clock, as it hangs on the wall. */
export const instantInput = name => reading(el('input', { name, type: 'datetime-local' }), input => input.value ? `${input.value}:00+08:00` : undefined);

/** The leaders of the courts that have to do with the case come first; the owner is offered where the owner is asked for. */
function leaderInput(select, field, file, city) {
  const near = new Set([...file.courts, file.court]);
  const leaders = city.leaders.filter(l => l.active !== false || l.id === file.owner?.leaderId).toSorted((a, b) => near.has(b.court) - near.has(a.court));
  return select(leaders.map(l => el('option', { value: l.id, selected: field.required && field.name === 'owner' && l.id === file.owner?.leaderId },
    `${l.name}（${city.courts.find(c => c.id === l.court)?.name ?? l.court}${l.post}）`)));
}

function actNamed(file, id) {
  const act = file.work.acts.find(a => a.actId === id);
  if (!act) return id;
  const about = act.fields.map(f => f.value).find(value => value && !/^[0-9a-f-]{36}$/.test(value));
  return `${day(act.on)} ${act.title}${about ? `：${about.slice(0, 30)}` : ''}`;
}

function clockNamed(file, id) {
  const clock = file.work.clocks.find(c => c.clock === id);
  return clock ? `${clock.name}（${clock.dueOn}24时）` : id;
}

/** J5: days of this case's own, where it was specially ordered. */
function limitsInput(name) {
  const days = Object.entries({ enter: '建账', meet: '约见', progress: '进展报告', close: '办结', congress: '人大报告' })
    .map(([word, text]) => [word, el('input', { type: 'number', min: 1, 'aria-label': `${text}期限（日）`, placeholder: `${text}（日）` })]);
  return reading(el('div', { class: 'acts', 'data-name': name }, days.map(([, input]) => input)), () => {
    const given = days.filter(([, input]) => input.value).map(([word, input]) => [word, Number(input.value)]);
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  });
}

/** W12: who decided, so that the gateway says who answers by video. Where there was no second instance it is left empty. */
function judgmentsInput() {
  const judge = title => el('input', { autocomplete: 'off', maxlength: 50, 'aria-label': title, placeholder: title });
  const first = judge('一审承办法官'), second = judge('二审承办法官（没有二审的不填）'), other = judge('该法官不能接访的，填写庭长或者合议庭成员');
  const outcome = el('select', { 'aria-label': '二审结果' }, el('option', { value: 'upheld' }, '二审维持'), el('option', { value: 'changed' }, '二审改判'));
  const gone = el('select', { 'aria-label': '能否接访' }, el('option', { value: 'true' }, '法官能够接访'), el('option', { value: 'false' }, '法官不能接访'));
  return reading(el('div', { class: 'acts' }, first, second, outcome, gone, other), () => {
    const more = { available: gone.value === 'true', divisionHead: other.value.trim() || undefined };
    const given = [
      first.value.trim() && { instance: 'first', judge: first.value.trim(), ...more },
      second.value.trim() && { instance: 'second', outcome: outcome.value, judge: second.value.trim(), ...more },
    ].filter(Boolean);
    return given.length > 0 ? given : undefined;
  });
}

export const paperTypes = {
  pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file is, by its name: browsers do not know every type. */
export const typeOf = file => paperTypes[file.name.split('.').at(-1).toLowerCase()] ?? file.type;

export const holderOf = clock => words.holder[clock.holder] ?? clock.holder;
