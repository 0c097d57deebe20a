// The text that a reader of this page can see, by the browser's own layout: words apart where blocks, cells and lines part them.
// Left out is what has no box, is invisible or transparent, has no size, lies where no scrolling leads, or is clipped to nothing; and dialogs that the page
// declares as closed (ARIA: a dialog that is hidden), whose style sheets are not at hand.
() => {
  const parts = [];
  const styles = new Map();
  const styleOf = element => styles.get(element) ?? (styles.set(element, getComputedStyle(element)), styles.get(element));
  const parentOf = element => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);

  const isClippedAway = element => {
    // A box clips what it contains: of an absolutely positioned element that is the next positioned box, not every box around it.
    for (let at = element, isLifted = false; at; at = parentOf(at)) {
      const style = styleOf(at);
      const contains = !isLifted || style.position !== 'static';
      if (contains && /hidden|clip/.test(style.overflowX + style.overflowY) && style.display !== 'inline' && (at.clientWidth <= 1 || at.clientHeight <= 1)) return true;
      if (/absolute|fixed/.test(style.position) && (/^rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)$/.test(style.clip) || /^inset\((50|100)%\)$|^circle\(0/.test(style.clipPath))) return true;
      if (contains) isLifted = /absolute|fixed/.test(style.position);
    }
    return false;
  };

  const isTransparent = element => {
    for (let at = element; at; at = parentOf(at)) if (Number(styleOf(at).opacity) < 0.05) return true;
    return false;
  };

  const isClosedDialog = element =>
    element.closest('[aria-hidden=true]') !== null && (element.closest('[role=dialog], [role=alertdialog], [aria-modal=true]') !== null);

  const isFolded = element => {
    for (let at = element.closest('details:not([open])'); at; at = at.parentElement?.closest('details:not([open])')) {
      if (!at.querySelector(':scope > summary')?.contains(element)) return true;
    }
    return false;
  };

  const isVisible = text => {
    const element = text.parentElement ?? text.getRootNode().host;
    const style = styleOf(element);
    if (style.visibility !== 'visible' || parseFloat(style.fontSize) < 1) return false;
    const range = document.createRange();
    range.selectNodeContents(text);
    const isReachable = [...range.getClientRects()].some(r => r.width > 0 && r.height > 0 && r.right + scrollX > 0 && r.bottom + scrollY > 0);
    return isReachable && !isTransparent(element) && !isClippedAway(element) && !isClosedDialog(element) && !isFolded(element);
  };

  const open = document.body ? [[document.body, false]] : [];
  while (open.length > 0) {
    const [node, isEnd] = open.pop();
    if (node.nodeType === Node.TEXT_NODE) {
      if (/\S/.test(node.data)) parts.push(isVisible(node) ? node.data : ' ');
      else parts.push(' ');
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const display = styleOf(node).display;
      if (display === 'none' || /^(SCRIPT|STYLE|SELECT|TEXTAREA|IFRAME)$/.test(node.tagName)) continue;
      if (!/^inline|^contents|^ruby/.test(display) || /^(BR|IMG|INPUT)$/.test(node.tagName)) parts.push(' ');
      if (!isEnd) {
        open.push([node, true]);
        const children = node.shadowRoot ? [...node.shadowRoot.childNodes, ...node.childNodes] : [...node.childNodes];
        for (let i = children.length - 1; i >= 0; i--) open.push([children[i], false]);
      }
    }
  }
  return parts.join('');
}
