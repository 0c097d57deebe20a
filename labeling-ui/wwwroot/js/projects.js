// Sends a file to the server as it is, past the circuit, with its progress; what became of it is said beside the button.
(function () {
  'use strict';

  function part(form, name) {
    return form.querySelector('[data-import-' + name + ']');
  }

  function fill(text, values) {
    return text.replace(/\{(\d)\}/g, (whole, n) => values[n] ?? whole);
  }

  function say(form, name, text) {
    part(form, 'error').textContent = '';
    part(form, 'done').textContent = '';
    part(form, name).textContent = text;
  }

  function finish(form, request) {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // Not ours: a proxy's page, or nothing.
    }
    if (request.status !== 200) {
      say(form, 'error', answer.detail ?? answer.title ?? request.status + ' ' + request.statusText);
      return;
    }
    const project = form.elements.project.value.trim();
    say(form, 'done', fill(form.dataset.done, [answer.added, answer.comparisons, project, answer.tasks]));
    const link = document.createElement('a');
    link.href = '/projects/' + encodeURIComponent(project);
    link.textContent = project;
    part(form, 'done').append(' ', link);
  }

  function send(form) {
    const button = form.querySelector('[type=submit]');
    const bar = part(form, 'progress');
    const project = encodeURIComponent(form.elements.project.value.trim());
    const request = new XMLHttpRequest();
    request.open('POST', '/projects/' + project + '/import?from=' + encodeURIComponent(form.elements.from.value));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      bar.value = event.lengthComputable ? event.loaded / event.total : 0;
    };
    request.upload.onload = () => {
      bar.removeAttribute('value');
      say(form, 'done', form.dataset.sent);
    };
    request.onload = () => finish(form, request);
    request.onerror = () => say(form, 'error', form.dataset.offline);
    request.onloadend = () => {
      button.disabled = false;
      bar.hidden = true;
    };
    say(form, 'done', '');
    button.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    request.send(form.elements.file.files[0]);
  }

  document.addEventListener(
    'submit',
    (event) => {
      if (event.target.matches('form[data-import]')) {
        event.preventDefault();
        event.stopPropagation();
        send(event.target);
      }
    },
    true,
  );
})();
