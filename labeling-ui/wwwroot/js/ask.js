// Sends questions to the API rather than through the circuit, so that a lost connection never swallows one,
// and keeps what is typed until it was taken.
(function () {
  'use strict';

  const draftKey = (field) => 'webqa-draft-' + field.dataset.draft;

  function keep(field) {
    try {
      sessionStorage.setItem(draftKey(field), field.value);
    } catch {
      // Without storage the text lives in the page alone.
    }
  }

  function restore(field) {
    if (field.dataset.restored) {
      return;
    }
    field.dataset.restored = 'true';
    if (field.dataset.prefilled) {
      return;
    }
    const kept = sessionStorage.getItem(draftKey(field));
    if (kept && !field.value) {
      field.value = kept;
    }
  }

  function restoreAll() {
    document.querySelectorAll('[data-draft]').forEach(restore);
  }

  function say(form, message) {
    form.querySelector('[data-ask-error]').textContent = message;
    const field = form.querySelector('[data-draft]');
    field.toggleAttribute('aria-invalid', message !== '');
    if (message) {
      field.focus();
    }
  }

  function body(form) {
    const data = Object.fromEntries(new FormData(form));
    const asked = { question: data.question ?? '' };
    for (const name of ['environment', 'policy', 'follow_up_of']) {
      if (data[name]) {
        asked[name] = data[name];
      }
    }
    for (const name of ['seed', 'temperature']) {
      if (data[name]) {
        asked[name] = Number(data[name]);
      }
    }
    return asked;
  }

  // The question is stored: a circuit that swallows the navigation must not keep its page from the asker.
  function go(page) {
    const before = location.href;
    if (!window.Blazor) {
      location.assign(page);
      return;
    }
    Blazor.navigateTo(page);
    setTimeout(() => {
      if (location.href === before) {
        location.assign(page);
      }
    }, 2000);
  }

  async function send(form) {
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    say(form, '');
    try {
      const response = await fetch(form.dataset.askTo ?? '/api/questions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body(form)),
        signal: AbortSignal.timeout(30000),
      });
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) {
        say(form, answer.detail ?? answer.title ?? response.status + ' ' + response.statusText);
        return;
      }
      sessionStorage.removeItem(draftKey(form.querySelector('[data-draft]')));
      go(answer.page);
    } catch {
      say(form, form.querySelector('[data-ask-error]').dataset.offline);
    } finally {
      button.disabled = false;
    }
  }

  document.addEventListener('input', (event) => {
    if (event.target.matches('[data-draft]')) {
      keep(event.target);
    }
    const chip = event.target.closest('.chipmenu');
    if (chip && event.target.matches('[data-chip-title], [data-chip-input]')) {
      chip.querySelector('[data-chip-value]').textContent = event.target.dataset.chipTitle ?? event.target.value;
    }
  });

  document.addEventListener(
    'submit',
    (event) => {
      if (event.target.matches('form[data-ask]')) {
        event.preventDefault();
        event.stopPropagation();
        send(event.target);
      }
    },
    true,
  );

  document.addEventListener('click', (event) => {
    const example = event.target.closest('[data-fill-question]');
    if (example) {
      const field = document.getElementById('question');
      field.value = example.dataset.fillQuestion;
      keep(field);
      field.focus();
      field.scrollIntoView({ block: 'center' });
    }
  });

  restoreAll();
  new MutationObserver(restoreAll).observe(document.body, { childList: true, subtree: true });
})();
