// A reviewer's decision: its reason is saved while it is typed, over HTTP and not through the circuit, and handed in the same way.
(function () {
  'use strict';
  const debounce = 1000;
  const drafts = new WeakMap();

  const randomName = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const client = randomName();
  const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const address = (form) => '/api/drafts/' + form.dataset.draft;

  function send(method, url, body) {
    return fetch(url, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30000),
    });
  }

  function say(form, name, text) {
    form.querySelector('[data-review-' + name + ']').textContent = text;
  }

  function content(form) {
    return { choice: form.elements.choice.value, rationale: form.elements.rationale.value };
  }

  // The server draws the draft that is kept; from then on the form is the browser's.
  function begin(form) {
    if (!drafts.has(form)) {
      drafts.set(form, { version: Number(form.dataset.version), sequence: 0, timer: 0, isDirty: false });
    }
    return drafts.get(form);
  }

  async function save(form) {
    const draft = drafts.get(form);
    draft.timer = 0;
    draft.isDirty = false;
    try {
      const response = await send('PUT', address(form), { version: draft.version, client, sequence: ++draft.sequence, content: content(form) });
      const kept = await response.json();
      if (response.status === 409) {
        say(form, 'saved', '');
        say(form, 'error', form.dataset.other);
        return;
      }
      if (!response.ok) {
        throw new Error(kept.detail);
      }
      draft.version = kept.version;
      say(form, 'saved', form.dataset.saved.replace('{0}', time(kept.saved_at)));
    } catch {
      draft.isDirty = true;
      say(form, 'saved', '');
      say(form, 'error', form.dataset.unsaved);
    }
  }

  function changed(form) {
    const draft = begin(form);
    draft.isDirty = true;
    say(form, 'saved', '');
    say(form, 'error', '');
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => save(form), debounce);
  }

  function decision(form) {
    const { choice, rationale } = content(form);
    if (form.dataset.review === 'incident') {
      return { verdict: choice, rationale };
    }
    return choice === 'reject' ? { reject: true, rationale } : { rating: choice, rationale };
  }

  async function submit(form) {
    const draft = begin(form);
    const button = form.querySelector('[type=submit]');
    if (!form.elements.choice.value) {
      say(form, 'error', form.dataset.choose);
      form.querySelector('[name=choice]').focus();
      return;
    }
    button.disabled = true;
    say(form, 'error', '');
    try {
      const response = await send('POST', form.dataset.url, decision(form));
      if (!response.ok) {
        const answer = await response.json().catch(() => ({}));
        say(form, 'error', answer.detail ?? answer.title ?? response.status + ' ' + response.statusText);
        return;
      }
      clearTimeout(draft.timer);
      draft.isDirty = false;
      await send('DELETE', address(form)).catch(() => {});
      location.assign(form.dataset.next);
    } catch {
      say(form, 'error', form.dataset.offline);
    } finally {
      button.disabled = false;
    }
  }

  document.addEventListener('input', (event) => {
    const form = event.target.closest?.('form[data-review]');
    if (form) {
      changed(form);
    }
  });

  document.addEventListener(
    'submit',
    (event) => {
      if (event.target.matches('form[data-review]')) {
        event.preventDefault();
        event.stopPropagation();
        submit(event.target);
      }
    },
    true,
  );

  addEventListener('beforeunload', (event) => {
    if ([...document.querySelectorAll('form[data-review]')].some((form) => drafts.get(form)?.isDirty)) {
      event.preventDefault();
    }
  });
})();
