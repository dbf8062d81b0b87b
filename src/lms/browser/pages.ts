/** Small comforts of the LMS's pages; everything works without them. Runs in the browser. */
export {};

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-start]')) {
  select.addEventListener('change', () => {
    const label = select.form?.querySelector('[data-start-label]');
    const wanted = select.selectedOptions[0]?.dataset['label'];
    if (label && wanted) label.textContent = wanted;
    const browse = select.form?.querySelector<HTMLAnchorElement>('a[data-browse]');
    if (browse) {
      const address = new URL(browse.href);
      address.searchParams.set('pakket', select.value);
      browse.href = address.href;
    }
  });
}

// A package is done: the page around its frame goes back to the course.
if (document.querySelector('[data-return]') && parent !== window)
  parent.postMessage('zeventerpen:terug', '*');

if (document.querySelector('[data-reload]')) {
  const events = new EventSource('/gebeurtenissen');
  events.addEventListener('vernieuwd', () => location.reload());
  addEventListener('pagehide', () => events.close());
}

// A page that the browser kept tells what was true when it was left: since then the learner may have played.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
