// Keeps the chosen language for a year, in a cookie that the server reads, and loads the page again. What is typed is kept as for any reload.
(function () {
  'use strict';
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-language]');
    if (button) {
      document.cookie = `webqa-language=${button.dataset.language}; path=/; max-age=31536000; samesite=lax`;
      location.reload();
    }
  });
})();
