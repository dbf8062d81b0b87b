/** Small comforts of the LMS's pages; everything works without them. Runs in the browser. */
export {};

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-start]')) {
  select.addEventListener('change', () => {
    const label = select.form?.querySelector('[data-start-label]');
    const wanted = select.selectedOptions[0]?.dataset['label'];
    if (label && wanted) label.textContent = wanted;
  });
}

if (document.querySelector('[data-reload]')) {
  const events = new EventSource('/gebeurtenissen');
  events.addEventListener('vernieuwd', () => location.reload());
  addEventListener('pagehide', () => events.close());
}
