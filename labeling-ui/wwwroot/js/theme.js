// Sets the theme before the page is drawn, so that nothing flashes. The choice (system, light, dark) is kept by the browser.
(function () {
  'use strict';
  const choices = ['system', 'light', 'dark'];
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  let listener = null;

  function choice() {
    try {
      const kept = localStorage.getItem('webqa-theme');
      return choices.includes(kept) ? kept : 'system';
    } catch {
      return 'system';
    }
  }

  function isDark() {
    return choice() === 'dark' || (choice() === 'system' && prefersDark.matches);
  }

  function apply() {
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
    for (const button of document.querySelectorAll('[data-theme-switch]')) {
      const name = button.querySelector('[data-theme-name]');
      // While the page is still being parsed, a button may be there before its label is.
      if (name && name.textContent !== button.dataset[choice()]) {
        name.textContent = button.dataset[choice()];
      }
    }
  }

  apply();
  prefersDark.addEventListener('change', changed);

  function changed() {
    apply();
    listener?.invokeMethodAsync('SetDark', isDark()).catch(() => {});
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-theme-switch]')) {
      try {
        localStorage.setItem('webqa-theme', choices[(choices.indexOf(choice()) + 1) % choices.length]);
      } catch {
        // A browser that keeps nothing follows the system.
      }
      changed();
    }
  });

  // Components are drawn anew when the connection stands; their labels follow.
  new MutationObserver(apply).observe(document, { childList: true, subtree: true });

  window.webqa = window.webqa ?? {};
  window.webqa.theme = {
    follow(dotNet) {
      listener = dotNet;
      return isDark();
    },
  };
})();
