// Keeps what every page needs: style, scripts, icons and a page that says that there is no connection. Pages themselves
// are never kept: what they show is for those who may see it now.
'use strict';

const SHELL = 'watchbill VERSION';
const OFFLINE = 'offline';
const MOST = 40;

self.addEventListener('install', event => event.waitUntil((async () => {
  const shell = await caches.open(SHELL);
  await shell.addAll([OFFLINE, ...ASSETS].map(url => new Request(url, {cache: 'reload', credentials: 'omit'})));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name !== SHELL) await caches.delete(name);
  }
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  } else if (url.pathname.includes('/assets/')) {
    event.respondWith(kept(request));
  }
});

// Their names carry a hash of their content: what was kept is right.
const kept = async request => {
  const shell = await caches.open(SHELL);
  const known = await shell.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok && (await shell.keys()).length < MOST) await shell.put(request, answer.clone());
  return answer;
};
