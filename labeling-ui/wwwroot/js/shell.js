// Menus that close, copying, and the strip that stands in for the framework's reconnect overlay.
(function () {
  'use strict';

  function closeMenus(except) {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (menu !== except) {
        menu.open = false;
      }
    }
  }

  document.addEventListener('click', (event) => closeMenus(event.target.closest('details[data-menu]')));

  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && event.target.closest?.('details[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy-from]');
    if (!button) {
      return;
    }
    const label = button.querySelector('[data-copy-label]');
    const before = label.dataset.before ?? label.textContent;
    label.dataset.before = before;
    try {
      const response = await fetch(button.dataset.copyFrom);
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      await navigator.clipboard.writeText(await response.text());
      label.textContent = button.dataset.done;
    } catch {
      label.textContent = button.dataset.failed;
    }
    setTimeout(() => {
      label.textContent = before;
    }, 4000);
  });

  const strip = document.getElementById('components-reconnect-modal');
  strip.addEventListener('components-reconnect-state-changed', (event) => {
    // The server runs again, or forgot this page: what is stored is shown by loading it anew; drafts are kept by ask.js.
    if (event.detail.state === 'rejected') {
      location.reload();
    }
  });
  strip.querySelector('[data-reconnect]').addEventListener('click', async () => {
    try {
      if (!(await Blazor.reconnect())) {
        location.reload();
      }
    } catch {
      // Still no connection; the strip stays.
    }
  });
})();
