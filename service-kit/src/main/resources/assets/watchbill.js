// Everything here is an addition: pages work without it.
(() => {
  'use strict';

  // Times are shown in the browser's zone: the server learns it once.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.includes('watchbill-zone=')) {
    document.cookie = 'watchbill-zone=' + zone + '; path=/; max-age=31536000; samesite=lax';
  }

  // The shell is kept for a phone without connection; pages are not.
  const home = document.querySelector('a.brand');
  if ('serviceWorker' in navigator && home) {
    navigator.serviceWorker.register(home.getAttribute('href') + 'service-worker.js').catch(() => {});
  }

  // "in 12 minutes" beside "14:20 CET", kept current.
  const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, {numeric: 'auto'});
  const units = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
  const tell = () => {
    for (const time of document.querySelectorAll('time[datetime]')) {
      const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
      if (!Number.isFinite(seconds)) continue;
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units[3];
      const text = relative.format(Math.trunc(seconds / size), unit);
      if (time.dataset.ago !== undefined) {
        if (time.textContent !== text) time.textContent = text;
      } else {
        time.title = text;
      }
    }
  };
  tell();
  setInterval(tell, 10000);

  // A fragment that does not come says so where it would be, until it comes again; the page lives on.
  const connection = document.getElementById('connection');
  const failing = new Set();
  const heard = (element, isGood) => {
    if (isGood) failing.delete(element); else failing.add(element);
    for (const one of failing) if (!one.isConnected) failing.delete(one);
    if (connection) connection.textContent = failing.size > 0 ? ' · ' + connection.dataset.stale : '';
    const place = element.querySelector(':scope > [data-unavailable]');
    if (place) place.textContent = isGood ? '' : place.dataset.unavailable;
  };
  document.body.addEventListener('htmx:afterSwap', tell);
  // A tab that nobody sees asks for nothing again.
  const answered = new WeakSet();
  document.body.addEventListener('htmx:beforeRequest', event => {
    if (document.hidden && answered.has(event.detail.elt)) event.preventDefault();
  });
  document.body.addEventListener('htmx:afterRequest', event => {
    const {elt, successful, xhr} = event.detail;
    if (elt) answered.add(elt);
    if (elt && successful) heard(elt, true);
    if (xhr?.status === 401) location.reload();
  });
  for (const failure of ['sendError', 'responseError', 'timeout']) {
    document.body.addEventListener('htmx:' + failure, event => heard(event.detail.elt, false));
  }

  // What was typed survives a form that could not be sent: an expired session, a service that is down, no connection.
  // It stays in this tab until a page shows that it arrived, with what the
  // form hid, so that it cannot take effect twice or over a newer version. Passwords are not kept.
  const UNSENT = 'watchbill-unsent';
  const here = location.pathname + location.search;
  const person = document.querySelector('.sign-out button')?.title ?? '';
  const keep = unsent => {
    try { sessionStorage.setItem(UNSENT, JSON.stringify(unsent)); } catch { /* full or forbidden */ }
  };
  const kept = () => {
    try { return JSON.parse(sessionStorage.getItem(UNSENT)); } catch { return null; }
  };
  const forget = () => {
    try { sessionStorage.removeItem(UNSENT); } catch { /* forbidden */ }
  };
  // A form that was refused is shown at the address that it was sent to, which cannot be gone back to.
  const shown = kept();
  const origin = shown?.action === location.href ? shown.page : here;
  const fill = (form, values) => {
    [...form.elements].forEach((element, i) => {
      const [name, value, checked] = values[i] ?? [];
      if (!name || element.name !== name) return;
      if (typeof checked === 'boolean') element.checked = checked; else element.value = value;
    });
    const notice = document.createElement('p');
    notice.setAttribute('role', 'status');
    notice.textContent = document.body.dataset.typedAgain;
    form.prepend(notice);
    const folded = form.closest('details');
    if (folded) folded.open = true;
    form.querySelector('textarea, input:not([type=hidden]), select')?.focus();
  };
  document.addEventListener('submit', ({target: form}) => {
    if (form.matches('.sign-out')) forget();
    if (form.method !== 'post' || !person || form.matches('.sign-out')) return;
    const values = [...form.elements].map(({name, type, value, checked}) =>
      ['password', 'file'].includes(type) ? []
        : ['checkbox', 'radio'].includes(type) ? [name, '', checked] : [name, value]);
    if (values.some(([name]) => name)) keep({page: origin, person, action: form.action, values});
  });
  const bringBack = () => {
    const unsent = shown;
    if (!unsent) return;
    const place = document.querySelector('[data-unsent]');
    const returned = unsent.failed || performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
    if (place) {
      keep({...unsent, failed: true});
      if (place.matches('a')) {
        place.href = unsent.page;
        place.parentElement.hidden = false;
      }
    } else if (returned && unsent.page === here && unsent.person === person) {
      const form = [...document.forms].find(one => one.method === 'post' && one.action === unsent.action);
      if (form) fill(form, unsent.values);
      forget();
    } else if (!returned) {
      forget();
    }
  };
  bringBack();

  // Whole rows can be chosen, and keys work on the board: j k a r e / ?
  const typing = target => target.closest('input, textarea, select, [contenteditable]');
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const move = by => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.findIndex(row => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    next.querySelector('a')?.focus();
  };
  const search = () => {
    const field = document.querySelector('[type=search]');
    field?.focus();
    field?.select();
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const row = document.activeElement?.closest('[data-row]');
    const press = action => {
      const key = '[data-key="' + action + '"]';
      const box = row?.querySelector('[type=checkbox]');
      const own = row?.querySelector(key);
      if (!own && box) box.checked = true;
      (own ?? document.querySelector(key))?.click();
    };
    switch (event.key) {
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case 'a': case 'r': case 'e': press(event.key); break;
      case '/': search(); break;
      case '?': document.getElementById('keys')?.showModal?.(); break;
      default: return;
    }
    event.preventDefault();
  });
})();
