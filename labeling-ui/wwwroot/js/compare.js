// The draft of a comparison: what the page shows is saved from here, over HTTP, so that neither a lost connection nor a killed server takes it.
// The server's state comes with every drawing (data-state); what was touched since, and is not in it yet, is laid over it.
(function () {
  'use strict';
  const debounce = 1000;
  const retry = 3000;
  let self = null;
  let task = null;

  const root = () => document.querySelector('[data-compare]');
  const storeKey = (id) => 'webqa-draft-comparison-' + id;
  const randomName = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const tell = (name, ...values) => (self ? self.invokeMethodAsync(name, ...values) : Promise.reject(new Error('no connection')));
  const quietly = (name, ...values) => tell(name, ...values).catch(() => {});
  const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

  // --- what is kept when neither server nor connection is there
  function keep() {
    try {
      localStorage.setItem(storeKey(task.id), JSON.stringify({ version: task.version, body: body() }));
    } catch {
      // A browser that keeps nothing: the page itself still has it.
    }
  }

  function forget(id) {
    try {
      localStorage.removeItem(storeKey(id));
    } catch {
      // Nothing was kept.
    }
  }

  function kept(id) {
    try {
      return JSON.parse(localStorage.getItem(storeKey(id)));
    } catch {
      return null;
    }
  }

  // --- the work as the person sees it
  function put(work, path, value) {
    const [head, ...rest] = path.split('.');
    if (head === 'ratings' || head === 'trust') {
      work[head] = { ...work[head], [rest[0]]: value };
    } else if (head === 'claim') {
      const [side, start, length] = rest[1].split(':').map(Number);
      let claim = work.claims.find((c) => c.side === side && c.start === start && c.length === length);
      if (!claim) {
        claim = { side, start, length };
        work.claims.push(claim);
      }
      claim[rest[0]] = value;
    } else {
      work[head] = value;
    }
  }

  function got(work, path) {
    const [head, ...rest] = path.split('.');
    if (head === 'ratings' || head === 'trust') {
      return work[head]?.[rest[0]];
    }
    if (head === 'claim') {
      const [side, start, length] = rest[1].split(':').map(Number);
      return work.claims.find((c) => c.side === side && c.start === start && c.length === length)?.[rest[0]];
    }
    return work[head];
  }

  function body() {
    const work = structuredClone(task.state);
    for (const [path, value] of task.pending) {
      put(work, path, value);
    }
    const text = root()?.querySelector('[data-path=justification]');
    if (text) {
      work.justification = text.value;
    }
    return work;
  }

  // --- the saved state in words
  function say(kind, value) {
    const place = root()?.querySelector('[data-saved]');
    if (!place) {
      return;
    }
    const text = { saved: place.dataset.savedText, saving: place.dataset.savingText, offline: place.dataset.offlineText, refused: place.dataset.refusedText }[kind].replace('{0}', value ?? '');
    if (place.textContent !== text) {
      place.textContent = text;
    }
    place.dataset.saved = kind;
  }

  function touch() {
    task.changes++;
    keep();
    say('saving');
    clearTimeout(task.timer);
    task.timer = setTimeout(save, debounce);
  }

  // --- saving
  async function send(version, content) {
    const response = await fetch(`/api/drafts/comparison/${encodeURIComponent(task.id)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version, client: task.client, sequence: (task.sequence = Math.max(Date.now(), task.sequence + 1)), content }),
      signal: AbortSignal.timeout(30000),
    });
    return { response, answer: await response.json().catch(() => ({})) };
  }

  // Answers whether all that was changed is on the server's disk, what came while it was being saved included.
  async function saveAll() {
    for (let i = 0; i < 10; i++) {
      if (!(await save())) {
        return false;
      }
      if (task.changes === task.saved) {
        return true;
      }
    }
    return false;
  }

  // Answers whether what was changed until now is on the server's disk.
  async function save() {
    const current = task;
    clearTimeout(current.timer);
    if (current.other || current.ended) {
      return false;
    }
    if (current.saving) {
      await current.saving;
      return current === task && save();
    }
    if (current.changes === current.saved) {
      return true;
    }
    const changes = current.changes;
    let done;
    current.saving = new Promise((resolve) => {
      done = resolve;
    });
    try {
      const { response, answer } = await send(current.version, body());
      if (response.ok) {
        current.version = answer.version;
        current.saved = Math.max(current.saved, changes);
        if (current === task && current.saved === current.changes) {
          forget(current.id);
          say('saved', time(answer.saved_at));
        }
      } else if (response.status === 409) {
        twoTabs(answer);
      } else {
        current.ended = response.status === 410;
        say('refused', answer.detail ?? `${response.status} ${response.statusText}`);
        if (response.status >= 500) {
          current.timer = setTimeout(save, retry);
        }
      }
    } catch {
      say('offline');
      current.timer = setTimeout(save, retry);
    } finally {
      current.saving = null;
      done();
    }
    return current.saved >= changes;
  }

  // --- two tabs: both drafts are kept, the person chooses
  function twoTabs(other) {
    task.other = other;
    const place = root().querySelector('[data-two-tabs]');
    const text = place.querySelector('[data-two-tabs-text]');
    text.textContent = text.dataset.twoTabsText.replace('{0}', time(other.saved_at));
    place.hidden = false;
    keep();
  }

  async function choose(takesOther) {
    const other = task.other;
    root().querySelector('[data-two-tabs]').hidden = true;
    task.other = null;
    task.version = other.version;
    if (takesOther) {
      forget(task.id);
      task.saved = task.changes;
      location.reload();
    } else {
      await save();
      quietly('OnReload');
    }
  }

  // --- handing in
  async function submit() {
    const place = root();
    const said = place.querySelector('[data-submit-said]');
    const button = place.querySelector('[data-submit]');
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    const before = task;
    try {
      if (!(await saveAll())) {
        said.textContent = before.other ? said.textContent : place.dataset.notSubmittedUnsaved;
        return;
      }
      const focus = await Promise.race([tell('OnSubmit'), new Promise((_, no) => setTimeout(() => no(new Error('slow')), 30000))]);
      if (focus) {
        document.getElementById(focus)?.focus();
      } else {
        before.saved = before.changes;
        // The next task, or the end, is drawn by now or soon: its heading has the focus.
        for (let i = 0; i < 40 && root()?.dataset.compare === before.id; i++) {
          await new Promise((go) => setTimeout(go, 50));
        }
        document.getElementById('question')?.focus();
      }
    } catch {
      said.textContent = place.dataset.notSubmitted;
    } finally {
      button.removeAttribute('aria-disabled');
    }
  }

  // --- claims by selection
  function placeOf(node, offset, isEnd) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : (node.childNodes[offset] ?? node.lastChild ?? node);
    const holder = (element.nodeType === Node.TEXT_NODE ? element.parentElement : element).closest?.('[data-start], [data-at]') ?? element.querySelector?.('[data-start], [data-at]');
    if (!holder) {
      return null;
    }
    if (holder.dataset.at !== undefined) {
      return Number(isEnd ? holder.dataset.end : holder.dataset.at);
    }
    return Number(holder.dataset.start) + (node.nodeType === Node.TEXT_NODE && holder.contains(node) ? offset : 0);
  }

  let selected = null;

  function readSelection() {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) {
      return;
    }
    const range = selection.getRangeAt(0);
    const of = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-answer]');
    const answer = of(range.startContainer);
    if (!answer) {
      return;
    }
    const start = placeOf(range.startContainer, range.startOffset, false);
    let end = of(range.endContainer) === answer ? placeOf(range.endContainer, range.endOffset, true) : null;
    if (end === null) {
      const last = [...answer.querySelectorAll('[data-start]')].at(-1);
      end = Number(last?.dataset.start ?? 0) + (last?.textContent.length ?? 0);
    }
    selected = start === null ? null : { side: answer.dataset.answer, start, end };
  }

  function mark() {
    readSelection();
    const words = selected;
    selected = null;
    quietly('OnMark', words?.side ?? 'A', words?.start ?? 0, words?.end ?? 0);
    getSelection()?.removeAllRanges();
  }

  document.addEventListener('selectionchange', () => {
    if (root()) {
      readSelection();
    }
  });

  // --- keys without a control of their own
  function rateRow(number) {
    const rows = [...root().querySelectorAll('[data-rating-row]')];
    const row = document.activeElement.closest('[data-rating-row]') ?? rows.find((r) => !r.querySelector(':checked')) ?? rows[0];
    const radio = row?.querySelectorAll('input')[number - 1];
    radio?.focus();
    radio?.click();
  }

  window.webqa.keys.on('compare', (action) => {
    if (!root()) {
      return false;
    }
    const row = /^compare\.rate-row\.(\d)$/.exec(action);
    if (row) {
      rateRow(Number(row[1]));
    } else if (action === 'compare.new-claim') {
      mark();
    } else {
      quietly('OnKey', action);
    }
    return true;
  });

  window.webqa.keys.on('everywhere', (action) => {
    if (action !== 'everywhere.save' || !root()) {
      return false;
    }
    save();
    return true;
  });

  // --- what the person does
  let told = 0;

  function active() {
    if (self && root() && performance.now() - told > 5000) {
      told = performance.now();
      quietly('OnInput');
    }
  }

  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchstart']) {
    document.addEventListener(kind, active, { passive: true, capture: true });
  }

  document.addEventListener('visibilitychange', () => {
    if (root()) {
      quietly('OnVisible', !document.hidden);
    }
  });

  function touched(event) {
    const input = event.target.closest?.('[data-compare] [data-path]');
    if (!input || !task) {
      return;
    }
    const path = input.dataset.path + (input.dataset.claim ? '.' + input.dataset.claim : '');
    if (path !== 'justification') {
      const value = input.type === 'checkbox' ? input.checked : input.dataset.number === undefined ? input.value : Number(input.value);
      task.pending.set(path, value);
    }
    touch();
  }

  document.addEventListener('change', touched, true);
  document.addEventListener('input', (event) => {
    if (event.target.matches?.('[data-compare] [data-path=justification]')) {
      touched(event);
    }
  });

  document.addEventListener('click', (event) => {
    if (!root()) {
      return;
    }
    const to = event.target.closest('[data-focus]');
    if (event.target.closest('[data-submit]')) {
      submit();
    } else if (event.target.closest('[data-mark-claim]')) {
      mark();
    } else if (event.target.closest('[data-take-other]')) {
      choose(true);
    } else if (event.target.closest('[data-keep-mine]')) {
      choose(false);
    } else if (to) {
      event.preventDefault();
      const place = document.getElementById(to.dataset.focus);
      place?.scrollIntoView({ block: 'nearest' });
      place?.focus({ preventScroll: true });
    } else if (event.target.closest('section[data-answer-pane]') && !event.isTrusted) {
      event.target.focus();
    }
  });

  addEventListener('beforeunload', (event) => {
    if (task && root() && task.changes !== task.saved) {
      event.preventDefault();
    }
  });

  document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', async (event) => {
    // What was touched while the connection was away is saved, and taken over from there.
    if (event.detail.state === 'hide' && root() && task && (task.pending.size > 0 || task.changes !== task.saved) && (await saveAll())) {
      quietly('OnReload');
    }
  });

  async function open(place) {
    const id = place.dataset.compare;
    task = { id, version: Number(place.dataset.version), client: randomName(), sequence: 0, state: JSON.parse(place.dataset.state), text: place.dataset.state, pending: new Map(), changes: 0, saved: 0 };
    if (place.dataset.savedAt) {
      say('saved', time(place.dataset.savedAt));
    }
    // A change that never reached the server, of a page that is gone.
    const left = kept(id);
    if (left) {
      task.state = left.body;
      task.version = left.version;
      place.querySelector('[data-path=justification]').value = left.body.justification ?? '';
      task.changes++;
      say('saving');
      if (await save()) {
        quietly('OnReload');
      }
    }
  }

  window.webqa.compare = {
    // After every drawing.
    show(dotNet) {
      self = dotNet;
      const place = root();
      if (!place) {
        task = null;
      } else if (task?.id !== place.dataset.compare) {
        open(place);
      } else if (task.text !== place.dataset.state) {
        task.text = place.dataset.state;
        const before = JSON.stringify(body());
        task.state = JSON.parse(task.text);
        for (const [path, value] of [...task.pending]) {
          if (got(task.state, path) === value) {
            task.pending.delete(path);
          }
        }
        if (JSON.stringify(body()) !== before) {
          touch();
        }
      }
    },
    close() {
      self = null;
      task = null;
    },
  };
})();
