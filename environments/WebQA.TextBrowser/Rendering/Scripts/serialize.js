// Serialises the page as a person sees it: shadow trees in place, scripts and styles left out, and what computed style hides marked
// by the hidden attribute. The DOM is only read, so the page cannot react. No recursion: hostile pages are deep.
(maxCharacters) => {
  const dropped = new Set(['script', 'style', 'link', 'noscript', 'template', 'iframe', 'frame', 'frameset', 'object', 'embed', 'canvas', 'noembed', 'noframes', 'plaintext', 'xmp', 'audio', 'video']);
  const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'meta', 'source', 'track', 'wbr']);
  const unsafeName = /[\s"'<>\/=\u0000]/;
  const out = [];
  let length = 0;

  const write = text => { out.push(text); length += text.length; };
  const escapeText = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\u00a0/g, '&nbsp;');
  const escapeValue = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

  // Hides the whole subtree; nothing below can undo it.
  const hidesSubtree = (element, style) => {
    if (style.display === 'none' || Number(style.opacity) === 0 || style.contentVisibility === 'hidden') return true;
    if (style.display === 'contents') return false;
    const placed = style.position === 'absolute' || style.position === 'fixed';
    if (placed && /^rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)$/.test(style.clip)) return true;
    if (/^inset\((50|100)%/.test(style.clipPath)) return true;
    if (style.display === 'inline' && !placed) return false;
    const box = element.getBoundingClientRect();
    const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (cuts && (box.width <= 1 || box.height <= 1) && element.localName !== 'body' && element.localName !== 'html') return true;
    const isOutside = box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
    return (placed || style.transform !== 'none') && isOutside && box.width > 0;
  };

  // Hides the element's own text; a descendant may show its text again.
  const hidesText = style =>
    style.visibility !== 'visible' || parseFloat(style.fontSize) < 1 || parseFloat(style.textIndent) <= -999
    || (/^rgba\(.*, 0\)$/.test(style.webkitTextFillColor) && style.webkitBackgroundClip !== 'text');

  const attributes = (element, isHidden, style) => {
    let text = '';
    for (const { name, value } of element.attributes) {
      if (name === 'style' || name === 'hidden' || name === 'srcset' || name === 'srcdoc' || name === 'nonce' || name.startsWith('on') || unsafeName.test(name)) continue;
      if (value.length > 2048 || (name === 'src' && value.startsWith('data:'))) continue;
      text += value === '' ? ` ${name}` : ` ${name}="${escapeValue(value)}"`;
    }
    if (isHidden) text += ' hidden';
    else if (style && style.position === 'fixed') text += ' style="position:fixed"';
    return text;
  };

  const childrenOf = element => {
    if (element.shadowRoot) return element.shadowRoot.childNodes;
    if (element.localName === 'slot' && element.getRootNode() instanceof ShadowRoot) {
      const assigned = element.assignedNodes({ flatten: true });
      if (assigned.length > 0) return assigned;
    }
    return element.childNodes;
  };

  // A frame of the walk: the children of an element, which is next, what closes it, and whether its text can be seen.
  const frames = [{ nodes: [document.documentElement], at: 0, close: '', hides: false, below: false }];
  let isCut = false;
  write('<!DOCTYPE html>');
  while (frames.length > 0) {
    const frame = frames[frames.length - 1];
    if (frame.at >= frame.nodes.length || isCut) {
      write(frame.close);
      frames.pop();
      continue;
    }
    const node = frame.nodes[frame.at++];
    if (length > maxCharacters) {
      isCut = true;
    } else if (node.nodeType === Node.TEXT_NODE) {
      const text = escapeText(node.data.slice(0, maxCharacters - length + 1));
      write(frame.hides && !frame.below && node.data.trim() !== '' ? `<span hidden>${text}</span>` : text);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const name = node.localName;
      if (dropped.has(name) || unsafeName.test(name) || (name === 'meta' && node.hasAttribute('http-equiv'))) continue;
      const inHead = name === 'head' || name === 'title' || name === 'meta' || name === 'base';
      const style = frame.below || inHead ? null : getComputedStyle(node);
      const isHidden = style !== null && hidesSubtree(node, style);
      write(`<${name}${attributes(node, isHidden, style)}>`);
      if (empty.has(name)) continue;
      if (name === 'pre' || name === 'textarea') write('\n');
      frames.push({
        nodes: childrenOf(node), at: 0, close: `</${name}>`,
        hides: style !== null && hidesText(style), below: frame.below || isHidden || inHead,
      });
    }
  }
  return { html: out.join('').toWellFormed(), url: location.href };
}
