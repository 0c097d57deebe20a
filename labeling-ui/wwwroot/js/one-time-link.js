// The token of a one-time link stands behind the #, so that no server, proxy or log sees it before the form is sent.
(() => {
  const field = document.querySelector("[data-token-form] #token");
  if (field && location.hash.length > 1) {
    field.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    document.getElementById("password").focus();
  }
})();
