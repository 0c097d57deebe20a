// Reading: a citation lights its reference card; a stored page opens at its quote; the scroll map shows where one is.
(function () {
  'use strict';

  function light(event, on) {
    const chip = event.target.closest?.('[data-cite]');
    if (chip) {
      chip.classList.toggle('on', on);
      document.getElementById('reference-' + chip.dataset.cite)?.classList.toggle('on', on);
    }
  }

  document.addEventListener('mouseover', (event) => light(event, true));
  document.addEventListener('mouseout', (event) => light(event, false));
  document.addEventListener('focusin', (event) => light(event, true));
  document.addEventListener('focusout', (event) => light(event, false));

  function updateMap() {
    const body = document.querySelector('[data-document]');
    const win = body?.querySelector('[data-map-window]');
    if (!win) {
      return;
    }
    const box = body.getBoundingClientRect();
    const top = Math.max(0, -box.top) / box.height;
    const bottom = Math.min(box.height, innerHeight - box.top) / box.height;
    win.style.top = 100 * top + '%';
    win.style.height = 100 * Math.max(0, bottom - top) + '%';
  }

  document.addEventListener('scroll', updateMap, { passive: true });
  addEventListener('resize', updateMap);

  window.webqa.reading = {
    // Another step is looked at: its quote comes in sight, or the beginning of its window.
    reveal() {
      const pane = document.querySelector('.pgp');
      if (!pane || pane.scrollHeight <= pane.clientHeight) {
        return;
      }
      const quote = pane.querySelector('mark.cur');
      const top = quote ? quote.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
      pane.scrollTop = quote ? Math.max(0, pane.scrollTop + top - pane.clientHeight / 3) : 0;
    },
    open() {
      const body = document.querySelector('[data-document]');
      if (!body) {
        return;
      }
      const line = body.dataset.targetLine;
      if (line !== undefined) {
        const drawn = body.querySelector(`[data-line="${line}"]`);
        const top = drawn ? drawn.getBoundingClientRect().top : body.getBoundingClientRect().top + line * body.dataset.lineHeight;
        scrollTo({ top: Math.max(0, scrollY + top - innerHeight / 3) });
      }
      updateMap();
    },
  };
})();
