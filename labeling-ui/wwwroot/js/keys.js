// Single keys: only outside inputs, and only while they are switched on. None destroys anything; Stop and Answer now ask first.
(function () {
  'use strict';
  let listener = null;
  const scrolling = ['ArrowUp', 'PageUp', 'Home'];

  function isOn() {
    try {
      return localStorage.getItem('webqa-single-keys') !== 'off';
    } catch {
      return true;
    }
  }

  function isTyping(target) {
    return target.closest?.('input, textarea, select, [contenteditable], [role=dialog]');
  }

  function press(key) {
    const control = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!control) {
      return false;
    }
    if (control.matches('input')) {
      control.focus();
    } else if (!control.disabled) {
      control.click();
    }
    return true;
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) {
      return;
    }
    const key = event.key.toLowerCase();
    if (press(key)) {
      event.preventDefault();
    } else if (listener && ['j', 'k', 'l'].includes(key)) {
      listener.invokeMethodAsync('OnKey', key).catch(() => {});
    }
  });

  function away(event) {
    const pane = event.target.closest?.('[data-follow]');
    if (listener && pane && (event.type === 'wheel' ? event.deltaY < 0 : scrolling.includes(event.key))) {
      listener.invokeMethodAsync('OnScrolledAway').catch(() => {});
    }
  }

  document.addEventListener('wheel', away, { passive: true });
  document.addEventListener('keydown', away);

  // While the list follows, its newest step is kept in sight.
  new MutationObserver(() => {
    const list = document.querySelector('[data-follow]');
    if (list && list.scrollHeight > list.clientHeight) {
      list.scrollTop = list.scrollHeight;
    }
  }).observe(document.body, { childList: true, subtree: true });

  window.webqa.keys = {
    attach(dotNet) {
      listener = dotNet;
    },
    detach() {
      listener = null;
    },
    areOn: isOn,
    turn(on) {
      try {
        localStorage.setItem('webqa-single-keys', on ? 'on' : 'off');
      } catch {
        // A browser that keeps nothing leaves them on.
      }
    },
  };
})();
