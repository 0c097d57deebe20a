// Waits until the document is parsed and its content has not changed for quietMs, or until limitMs have passed.
// Attributes are not watched: animations change them for ever. Gives the height of the page in CSS pixels, or -1 where the limit came first.
(quietMs, limitMs) => new Promise(resolve => {
  const end = performance.now() + limitMs;
  let last = performance.now();
  const observer = new MutationObserver(() => { last = performance.now(); });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  const check = () => {
    const now = performance.now();
    const rests = document.readyState !== 'loading' && now - last >= quietMs;
    if (rests || now >= end) {
      observer.disconnect();
      resolve(!rests ? -1 : document.documentElement ? document.documentElement.scrollHeight : 0);
    } else {
      setTimeout(check, 50);
    }
  };
  check();
})
