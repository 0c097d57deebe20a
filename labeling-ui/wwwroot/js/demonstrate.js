// Demonstrate: what is selected in the page, links by their numbers, the draft of the answer, citations, and whether the person is there.
// The draft goes to the database by HTTP, so that a lost circuit takes nothing with it; until it is there it is kept in this browser.
(function () {
  'use strict';
  const pause = 700;
  const activePause = 15000;
  const numberPause = 3000;
  let dotNet = null;
  let id = null;
  let draft = null;
  let lastActive = 0;
  let typed = '';
  let typedTimer = 0;
  let selectTimer = 0;

  const root = () => document.querySelector('[data-demonstration]');
  const pane = () => document.querySelector('[data-page]');
  const field = (name) => root()?.querySelector(`[data-field="${name}"]`);
  const call = (method, ...values) => dotNet?.invokeMethodAsync(method, ...values).catch(() => {});
  const isText = (element) => element?.closest?.('textarea, input, select, [contenteditable]') != null;

  // ---- what is selected, as places in the page's plain text

  function placeOf(range, atEnd) {
    const pieces = [...pane().querySelectorAll('[data-p]')].filter((piece) => range.intersectsNode(piece));
    if (pieces.length === 0) {
      return -1;
    }
    const piece = atEnd ? pieces[pieces.length - 1] : pieces[0];
    const [node, offset] = atEnd ? [range.endContainer, range.endOffset] : [range.startContainer, range.startOffset];
    const inside = piece.contains(node) && node.nodeType === Node.TEXT_NODE;
    return Number(piece.dataset.p) + (inside ? offset : atEnd ? piece.textContent.length : 0);
  }

  function tellSelection() {
    const selection = getSelection();
    const text = pane()?.querySelector('[data-text]');
    if (!text || !selection.rangeCount || isText(document.activeElement)) {
      return;
    }
    const range = selection.getRangeAt(0);
    const isInside = !selection.isCollapsed && range.intersectsNode(text);
    const [start, end] = isInside ? [placeOf(range, false), placeOf(range, true)] : [0, -1];
    const told = start + '-' + end;
    if (tellSelection.told !== told) {
      tellSelection.told = told;
      call('OnSelected', start, end);
    }
  }

  function begin(selection) {
    const text = pane()?.querySelector('[data-text]');
    if (!text) {
      return false;
    }
    if (!selection.rangeCount || selection.isCollapsed || !selection.getRangeAt(0).intersectsNode(text)) {
      const top = pane().getBoundingClientRect().top;
      const first = [...text.querySelectorAll('[data-p]')].find((piece) => piece.textContent.trim() && piece.getBoundingClientRect().bottom > top);
      if (!first) {
        return false;
      }
      selection.setBaseAndExtent(first.firstChild, 0, first.firstChild, 0);
      return 'new';
    }
    return true;
  }

  function extend(by) {
    const selection = getSelection();
    if (!begin(selection)) {
      return false;
    }
    selection.modify('extend', 'forward', by);
    return true;
  }

  // With something selected the arrows alone move where it begins.
  function moveStart(direction, by) {
    const selection = getSelection();
    if (begin(selection) !== true) {
      return begin(selection) !== false;
    }
    selection.collapseToStart();
    selection.modify('move', direction, by);
    selection.modify('extend', 'forward', 'word');
    return true;
  }

  // ---- links by their numbers

  function showTyped() {
    const place = root()?.querySelector('[data-link-typed]');
    if (place) {
      place.textContent = typed ? place.dataset.said.replace('{0}', typed) : '';
    }
  }

  function forgetTyped() {
    typed = '';
    clearTimeout(typedTimer);
    showTyped();
  }

  function onKeyDown(event) {
    if (!root()) {
      return;
    }
    const inText = isText(event.target);
    const isDialog = event.target.closest?.('[role=dialog]') != null;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (!inText && !isDialog && plain && document.getElementById('webqa-keys')?.dataset.single !== 'off') {
      if (/^[0-9]$/.test(event.key) && !event.shiftKey && pane()) {
        typed = (typed + event.key).slice(0, 4);
        clearTimeout(typedTimer);
        typedTimer = setTimeout(forgetTyped, numberPause);
        showTyped();
        event.preventDefault();
        return;
      }
      if (event.key === 'Enter' && typed) {
        const link = Number(typed);
        forgetTyped();
        event.preventDefault();
        call('OnFollowAsync', link);
        return;
      }
      if (typed && event.key !== 'Shift') {
        forgetTyped();
      }
    }
    if (!inText && plain && !event.shiftKey && event.key.startsWith('Arrow') && pane()?.contains(document.activeElement) && !getSelection().isCollapsed) {
      const forward = event.key === 'ArrowDown' || event.key === 'ArrowRight';
      if (moveStart(forward ? 'forward' : 'backward', event.key === 'ArrowDown' || event.key === 'ArrowUp' ? 'line' : 'word')) {
        event.preventDefault();
      }
    }
    if (event.target === field('answer')) {
      pickByKey(event);
    }
  }

  // ---- the draft

  const storeKey = () => 'webqa-demonstration-' + id;

  function content() {
    return { answer: field('answer')?.value ?? draft.content.answer, notes: field('notes')?.value ?? draft.content.notes };
  }

  function say(state, detail) {
    const saved = root()?.querySelector('[data-saved]');
    if (!saved) {
      return;
    }
    const text = saved.querySelector('[data-saved-text]');
    saved.classList.toggle('off', state === 'offline' || state === 'refused');
    const words = { saved: saved.dataset.said, saving: saved.dataset.saving, offline: saved.dataset.offline, refused: saved.dataset.refused }[state];
    text.textContent = words.replace('{0}', detail ?? '');
  }

  const time = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

  function keepHere() {
    try {
      localStorage.setItem(storeKey(), JSON.stringify({ version: draft.version, content: draft.content }));
    } catch {
      // Without storage the text lives in the page alone, and leaving warns.
    }
  }

  function fill(values) {
    draft.content = values;
    for (const name of ['answer', 'notes']) {
      const place = field(name);
      if (place && place.value !== values[name]) {
        place.value = values[name] ?? '';
      }
    }
  }

  function typing() {
    if (!draft) {
      return;
    }
    draft.content = content();
    draft.isDirty = true;
    keepHere();
    say('saving');
    clearTimeout(draft.timer);
    draft.timer = setTimeout(save, pause);
  }

  // One request at a time; what is typed meanwhile goes with the next.
  function save() {
    clearTimeout(draft.timer);
    draft.saving = (draft.saving ?? Promise.resolve()).then(send);
    return draft.saving;
  }

  async function send() {
    const mine = draft;
    if (!mine?.isDirty || mine.isConflicting) {
      return;
    }
    mine.isDirty = false;
    const sent = JSON.stringify(mine.content);
    try {
      const response = await fetch('/api/drafts/demonstration/' + encodeURIComponent(id), {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ version: mine.version, client: mine.client, sequence: ++mine.sequence, content: mine.content }),
        signal: AbortSignal.timeout(20000),
      });
      const answer = await response.json().catch(() => ({}));
      if (mine !== draft) {
        return;
      }
      if (response.ok) {
        mine.version = answer.version;
        if (JSON.stringify(mine.content) === sent) {
          localStorage.removeItem(storeKey());
        } else {
          keepHere();
        }
        say('saved', time(answer.saved_at));
        await call('OnSavedAsync');
      } else if (response.status === 409) {
        conflict(answer);
      } else {
        mine.isDirty = true;
        say('refused', answer.detail ?? answer.title ?? response.status);
      }
    } catch {
      if (mine === draft) {
        mine.isDirty = true;
        say('offline');
        mine.timer = setTimeout(save, 4000);
      }
    }
  }

  function conflict(theirs) {
    draft.isDirty = true;
    draft.isConflicting = true;
    draft.theirs = theirs;
    const box = root().querySelector('[data-draft-conflict]');
    box.querySelector('[data-draft-theirs]').textContent = theirs.content?.answer || theirs.content?.notes || '';
    box.hidden = false;
    box.querySelector('[data-draft-take=mine]').focus();
  }

  function settle(takesTheirs) {
    draft.version = draft.theirs.version;
    draft.isConflicting = false;
    root().querySelector('[data-draft-conflict]').hidden = true;
    if (takesTheirs) {
      fill({ answer: draft.theirs.content?.answer ?? '', notes: draft.theirs.content?.notes ?? '' });
      draft.isDirty = false;
      localStorage.removeItem(storeKey());
      say('saved', time(draft.theirs.saved_at));
      call('OnSavedAsync');
    } else {
      draft.isDirty = true;
      save();
    }
    (field('answer') ?? pane())?.focus();
  }

  async function load(hasDraft) {
    draft = { version: 0, client: crypto.randomUUID?.() ?? String(Math.random()), sequence: 0, content: { answer: '', notes: '' }, isDirty: false };
    const mine = draft;
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(storeKey()) ?? 'null');
    } catch {
      // Nothing usable is kept here.
    }
    // The request may fail while the server starts again; what is typed until then is based on nothing, and is compared when it is sent.
    const response = hasDraft ? await fetch('/api/drafts/demonstration/' + encodeURIComponent(id)).catch(() => null) : null;
    const found = response?.status === 200 ? await response.json().catch(() => null) : null;
    if (mine !== draft) {
      return;
    }
    const before = content();
    const wasTyped = mine.isDirty;
    if (found) {
      mine.version = found.version;
      fill({ answer: found.content?.answer ?? '', notes: found.content?.notes ?? '' });
      say('saved', time(found.saved_at));
    }
    if (wasTyped) {
      fill(before);
      typing();
    } else if (kept && JSON.stringify(kept.content) !== JSON.stringify(mine.content)) {
      fill({ answer: kept.content?.answer ?? '', notes: kept.content?.notes ?? '' });
      mine.isDirty = true;
      if (found && kept.version !== found.version) {
        conflict(found);
      } else {
        save();
      }
    }
  }

  // ---- citations

  const list = () => root()?.querySelector('[data-cite-list]');

  function insert(text, deleteBefore) {
    const answer = field('answer');
    answer.focus();
    if (deleteBefore) {
      answer.setSelectionRange(answer.selectionStart - deleteBefore, answer.selectionEnd);
    }
    // So that the browser's own undo takes it back.
    if (!document.execCommand('insertText', false, text)) {
      answer.setRangeText(text, answer.selectionStart, answer.selectionEnd, 'end');
      answer.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function openList() {
    const box = list();
    if (!box) {
      return;
    }
    box.hidden = false;
    choose(box.children[0]);
  }

  function closeList() {
    const box = list();
    if (box && !box.hidden) {
      box.hidden = true;
      field('answer')?.removeAttribute('aria-activedescendant');
    }
  }

  function choose(option) {
    for (const other of list().children) {
      other.setAttribute('aria-selected', String(other === option));
    }
    option.scrollIntoView({ block: 'nearest' });
    field('answer').setAttribute('aria-activedescendant', option.id);
  }

  function take(option) {
    const answer = field('answer');
    const opened = answer.value[answer.selectionStart - 1] === '[' ? 1 : 0;
    closeList();
    insert('[' + option.dataset.citeId + ']', opened);
  }

  function pickByKey(event) {
    const box = list();
    if (!box || box.hidden) {
      return;
    }
    const chosen = box.querySelector('[aria-selected=true]');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const options = [...box.children];
      choose(options[(options.indexOf(chosen) + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length]);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      take(chosen);
    } else if (event.key === 'Escape') {
      closeList();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // ---- listening

  function isActive() {
    const now = Date.now();
    if (dotNet && document.visibilityState === 'visible' && now - lastActive > activePause) {
      lastActive = now;
      call('OnActiveAsync');
    }
  }

  document.addEventListener('keydown', onKeyDown, true);
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input']) {
    document.addEventListener(kind, isActive, { passive: true, capture: true });
  }
  document.addEventListener('visibilitychange', () => {
    lastActive = 0;
    if (document.visibilityState === 'hidden') {
      call('OnHidden');
      if (draft?.isDirty) {
        save();
      }
    } else {
      isActive();
    }
  });
  document.addEventListener('selectionchange', () => {
    if (dotNet && pane()) {
      clearTimeout(selectTimer);
      selectTimer = setTimeout(tellSelection, 120);
    }
  });
  // A press on what can be done with the selection must not take the selection away.
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('[data-keep-selection]')) {
      event.preventDefault();
    }
    if (!event.target.closest?.('[data-cite-list], [data-cite]')) {
      closeList();
    }
  });
  document.addEventListener('input', (event) => {
    if (draft && event.target.matches?.('[data-field]') && root()?.contains(event.target)) {
      typing();
      if (event.target === field('answer')) {
        if (event.data === '[') {
          openList();
        } else {
          closeList();
        }
      }
    }
  });
  document.addEventListener('click', (event) => {
    if (!root()) {
      return;
    }
    const target = event.target.closest?.('[data-insert], [data-cite], [data-cite-id], [data-select], [data-draft-take]');
    if (!target) {
      return;
    }
    if (target.dataset.insert) {
      closeList();
      insert('[' + target.dataset.insert + ']', 0);
    } else if (target.dataset.citeId) {
      take(target);
    } else if (target.dataset.select) {
      const [start, end] = target.dataset.select.split(',').map(Number);
      field('answer').focus();
      field('answer').setSelectionRange(start, end);
    } else if (target.dataset.draftTake) {
      settle(target.dataset.draftTake === 'theirs');
    } else {
      field('answer').focus();
      openList();
    }
  });
  // A search, once sent, gives the keys back to the page.
  document.addEventListener('submit', (event) => {
    if (root()?.contains(event.target) && event.target.querySelector('[data-then=page]')) {
      pane()?.focus();
    }
  });
  addEventListener('beforeunload', (event) => {
    if (draft?.isDirty) {
      save();
      event.preventDefault();
    }
  });

  window.webqa.demonstrate = {
    async attach(self, episode, hasDraft) {
      dotNet = self;
      id = episode;
      lastActive = 0;
      webqa.keys.on('demonstrate', (action) => {
        if (action === 'demonstrate.extend-line') {
          return extend('line');
        }
        if (action === 'demonstrate.extend-word') {
          return extend('word');
        }
        if (action === 'demonstrate.next-match') {
          const button = root()?.querySelector('[data-next-match]');
          const text = document.getElementById('page-find');
          if (button && text?.value && !button.disabled) {
            button.click();
            return true;
          }
        }
        return false;
      });
      isActive();
      await load(hasDraft);
      (field('answer') ?? (pane()?.querySelector('[data-text]') ? pane() : document.getElementById('web-search')) ?? root()?.querySelector('h1'))?.focus();
    },
    // The page or the phase is another one now.
    shown() {
      tellSelection.told = null;
      const answer = field('answer');
      if (draft) {
        fill(draft.content);
      }
      if (answer) {
        answer.focus();
      } else if (pane()) {
        pane().scrollTop = 0;
        if (document.activeElement?.id !== 'page-find') {
          pane().focus({ preventScroll: true });
        }
      } else {
        root()?.querySelector('h1')?.focus();
      }
    },
    // Saves what is not saved; the version that is, or null where it could not be.
    async flush() {
      if (!draft) {
        return 0;
      }
      await save();
      return draft.isDirty || draft.isConflicting ? null : draft.version;
    },
    detach() {
      webqa.keys.detach('demonstrate');
      clearTimeout(draft?.timer);
      dotNet = null;
      draft = null;
      id = null;
    },
  };
})();
