// Keys: what is pressed is looked up in the person's map (KeyMapData) and clicks the control that names the action, or goes to whoever
// registered for its screen. Keys that type a character act only outside text fields, and only while they are switched on.
(function () {
  'use strict';
  const handlers = new Map();
  const scrolling = ['ArrowUp', 'PageUp', 'Home'];
  const modifiers = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified'];
  const textFields =
    'textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset]), [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=listbox], [role=menu]';
  let read = { text: null, byChord: new Map(), textsOwn: [] };

  // The map from chords to the actions that have them; on one screen at most one of these is there.
  function map() {
    const data = document.getElementById('webqa-keys');
    if (data && data.dataset.map !== read.text) {
      const byChord = Map.groupBy(Object.entries(JSON.parse(data.dataset.map)), ([, chord]) => chord);
      read = { text: data.dataset.map, byChord, textsOwn: data.dataset.textsOwn.split(' ') };
    }
    return read;
  }

  function singleKeysAct() {
    return document.getElementById('webqa-keys')?.dataset.single !== 'off';
  }

  // What was pressed, as KeyChord writes it. A digit is its key, and the character of that key where nothing has the digit: 7 with Shift is / in Germany.
  function chords(event) {
    if (event.isComposing || modifiers.includes(event.key)) {
      return [];
    }
    const isAltGr = event.getModifierState('AltGraph');
    const held = ((event.ctrlKey || event.metaKey) && !isAltGr ? 'ctrl+' : '') + (event.altKey && !isAltGr ? 'alt+' : '');
    const shift = event.shiftKey ? 'shift+' : '';
    const digit = !isAltGr && /^Digit([1-9])$/.exec(event.code)?.[1];
    let key = event.key.toLowerCase();
    if (held.includes('alt+') && !/^[a-z]$/.test(key) && /^Key[A-Z]$/.test(event.code)) {
      key = event.code[3].toLowerCase();
    }
    const hasShift = key.length > 1 || key.toUpperCase() !== key;
    const chord = held + (hasShift ? shift : '') + key;
    return digit ? [held + shift + digit, chord] : [chord];
  }

  function isSingle(chord) {
    return !chord.startsWith('ctrl+') && !chord.startsWith('alt+') && chord !== 'escape';
  }

  function press(control) {
    if (control.disabled || control.getAttribute('aria-disabled') === 'true') {
      return true;
    }
    if (control.matches('textarea, input:not([type=radio], [type=checkbox])')) {
      control.focus();
    } else {
      if (control.matches('[type=radio]')) {
        control.focus();
      }
      control.click();
    }
    return true;
  }

  // A control may name several actions. Of several controls the first that can be seen is meant.
  function controlOf(action) {
    return [...document.querySelectorAll(`[data-action~="${CSS.escape(action)}"]`)].find((control) => control.checkVisibility());
  }

  function run(action, event) {
    const control = controlOf(action);
    if (control) {
      return press(control);
    }
    const handler = handlers.get(action.split('.')[0]) ?? handlers.get('*');
    return handler ? handler(action, event) !== false : false;
  }

  function listen(event) {
    if (event.defaultPrevented || event.target.closest?.('[data-records-key]')) {
      return;
    }
    const isText = event.target.closest?.(textFields) !== null;
    const inDialog = event.target.closest?.('[role=dialog]') !== null;
    const presses = event.target.closest?.('button, a, summary, input, select') !== null && (event.key === 'Enter' || event.key === ' ');
    for (const chord of chords(event)) {
      if (isSingle(chord) && (isText || inDialog || presses || !singleKeysAct())) {
        continue;
      }
      for (const [action] of map().byChord.get(chord) ?? []) {
        if (!(isText && map().textsOwn.includes(action)) && run(action, event)) {
          event.preventDefault();
          return;
        }
      }
    }
  }

  function away(event) {
    const pane = event.target.closest?.('[data-follow]');
    const watcher = handlers.get('running');
    if (watcher?.dotNet && pane && (event.type === 'wheel' ? event.deltaY < 0 : scrolling.includes(event.key))) {
      watcher.dotNet.invokeMethodAsync('OnScrolledAway').catch(() => {});
    }
  }

  document.addEventListener('keydown', listen);
  document.addEventListener('wheel', away, { passive: true });
  document.addEventListener('keydown', away);

  // Another key is chosen: what is pressed in the field goes to the page, except Tab, which leaves it.
  document.addEventListener('keydown', (event) => {
    const field = event.target.closest?.('[data-records-key]');
    if (!field || event.key === 'Tab') {
      return;
    }
    event.preventDefault();
    const pressed = chords(event);
    if (pressed.length > 0) {
      field.value = pressed[0];
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });

  // While the list follows, its newest step is kept in sight.
  new MutationObserver(() => {
    const list = document.querySelector('[data-follow]');
    if (list && list.scrollHeight > list.clientHeight) {
      list.scrollTop = list.scrollHeight;
    }
  }).observe(document.body, { childList: true, subtree: true });

  window.webqa.keys = {
    // A component gets OnKey(action) for the actions of a screen that no control names.
    attach(dotNet, scope) {
      const handler = (action) => {
        dotNet.invokeMethodAsync('OnKey', action).catch(() => {});
      };
      handler.dotNet = dotNet;
      handlers.set(scope, handler);
    },
    detach(scope) {
      handlers.delete(scope);
    },
    // A script gets (action, event) and answers false where it did nothing with it; '*' stands for every screen.
    on(scope, handler) {
      handlers.set(scope, handler);
    },
  };
})();
