// How the pages talk to the gateway: a token of this tab, problems as the gateway words them, and repeats that count once.

const stored = 'petition-mesh.token';
const pauses = 5;
/** Seconds of silence after which a stream is taken as cut: four heartbeats as the gateway ships. Where it beats less often, a page only asks anew. */
const silence = 60;

// A cut line looks like silence to whoever waits for news: who learns of the cut tells those who wait.
const line = new EventTarget();
const cut = () => line.dispatchEvent(new Event('cut'));
addEventListener('offline', cut);

export const session = {
  get token() { return sessionStorage.getItem(stored); },
  set token(value) { value ? sessionStorage.setItem(stored, value) : sessionStorage.removeItem(stored); },
  /** Who the token says we are. The gateway checks it; here it only chooses what to show. */
  get claims() {
    try {
      const middle = this.token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
      return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(middle), c => c.charCodeAt(0))));
    } catch { return null; }
  },
};

/** A refusal: `status`, `detail` in Chinese, `errors` by field, `candidates`. */
export class Refused extends Error {
  constructor(problem) { super(problem.detail ?? problem.title ?? '请求未能完成。'); Object.assign(this, { status: problem.status, errors: problem.errors ?? {}, rule: problem.rule, candidates: problem.candidates }); }
}

const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000));
const headers = more => ({ Authorization: `Bearer ${session.token}`, ...more });

/** Asks, and where nobody answers refuses in the user's language: the browser's own word for it is English. */
export async function reach(path, how) {
  try { return await fetch(path, how); }
  catch {
    cut();
    throw new Refused({ detail: '暂时连不上服务器，请检查网络后再试。' });
  }
}

export const get = async path => (await tagged(path))[0];

/** What is there with the tag of its version, against which a change of it is sent. */
export async function tagged(path) {
  const answer = await reach(path, { headers: headers() });
  if (!answer.ok) throw await refusal(answer);
  return [await content(answer), answer.headers.get('ETag')];
}

/** Brings a document to the user's disk. A link cannot carry a token, hence the detour. */
export async function save(path, name) {
  const answer = await reach(path, { headers: headers() });
  if (!answer.ok) throw await refusal(answer);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Sends a file as it is. Like a change it counts once, however often it is sent under its key. */
export async function upload(path, file, type, key) {
  const answer = await reach(path, { method: 'POST', headers: headers({ 'Content-Type': type, 'Idempotency-Key': key }), body: file });
  if (!answer.ok) throw await refusal(answer);
  return content(answer);
}

/** Sends a change. While its outcome is not known it is sent again with the same key, so it counts once; `waiting` is told of each pause.
 * With `match`, the tag of what the user has seen, it is refused where somebody else was quicker. */
export async function post(path, body, { key = newKey(), waiting = () => {}, method = 'POST', match } = {}) {
  for (let attempt = 1; ; attempt++) {
    const answer = await send(path, body, key, method, match);
    if (answer?.ok) return answer.status === 204 ? null : content(answer);
    if (answer && answer.status !== 503) throw await refusal(answer);
    if (attempt > pauses) throw answer ? await refusal(answer) : new Refused({ detail: '暂时连不上服务器。内容仍在页面上，请稍后再点一次，系统不会重复登记。' });
    waiting(attempt);
    await wait(Number(answer?.headers.get('Retry-After')) || attempt);
  }
}

export const newKey = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');

function send(path, body, key, method, match) {
  return reach(path, { method, headers: headers({ 'Content-Type': 'application/json', 'Idempotency-Key': key, ...match && { 'If-Match': match } }), body: JSON.stringify(body ?? {}) }).catch(() => null);
}

async function content(answer) {
  try { return await answer.json(); }
  catch { throw new Refused({ detail: '服务器的答复没有收全，请稍后再试。' }); }
}

async function refusal(answer) {
  try { return new Refused({ status: answer.status, ...await answer.json() }); }
  catch { return new Refused({ status: answer.status, detail: `服务器答复异常（${answer.status}），请稍后再试。` }); }
}

/**
 * Follows a live stream until `stop` is aborted: reconnects by itself and goes on after the last event that came, so none is missed.
 * EventSource cannot carry a token, hence this reader.
 */
export async function follow(path, after, told, state, stop) {
  let last = after, retry = .5;
  while (!stop.aborted) {
    const open = new AbortController(), end = () => open.abort();
    stop.addEventListener('abort', end, { signal: open.signal });
    line.addEventListener('cut', end, { signal: open.signal });
    let quiet;
    const heard = () => { clearTimeout(quiet); quiet = setTimeout(end, 1000 * silence); };
    try {
      heard();
      const answer = await fetch(path, { headers: headers({ Accept: 'text/event-stream', 'Last-Event-ID': String(last) }), signal: open.signal, cache: 'no-store' });
      if (answer.status === 401) return state('signedOut');
      if (!answer.ok) throw await refusal(answer);
      state('live');
      for await (const event of events(answer.body)) {
        heard();
        if (event.id !== undefined) last = event.id;
        if (event.retry) retry = event.retry / 1000;
        if (event.data !== undefined || event.event === 'reset') told(event.event ?? 'message', event.data ? JSON.parse(event.data) : null);
      }
    } catch { if (stop.aborted) return; }
    finally { clearTimeout(quiet); end(); }
    state('lost');
    await wait(retry);
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) yield read(text.slice(0, end));
  }
}

function read(block) {
  const event = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon), value = line.slice(colon + 1).replace(/^ /, '');
    event[name] = name === 'retry' ? Number(value) : name === 'data' && event.data !== undefined ? `${event.data}\n${value}` : value;
  }
  return event;
}
