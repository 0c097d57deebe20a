// Waits until the document is parsed and its content has not changed for quietMs, or until limitMs have passed.
// Attributes are not watched: animations change them for ever. Gives the height of the page in CSS pixels.
(quietMs, limitMs) => new Promise(resolve => {
  const end = performance.now() + limitMs;
  let last = performance.now();
  const observer = new MutationObserver(() => { last = performance.now(); });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  const check = () => {
    const now = performance.now();
    if (now >= end || (document.readyState !== 'loading' && now - last >= quietMs)) {
      observer.disconnect();
      resolve(document.documentElement ? document.documentElement.scrollHeight : 0);
    } else {
      setTimeout(check, 50);
    }
  };
  check();
})
