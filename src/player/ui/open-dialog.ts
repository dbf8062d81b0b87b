/**
 * Opens a window of text with the focus on the window itself, so that a screen reader says what it is about and reads on
 * from its beginning. By itself the browser goes to the first button, and a screen reader may say that alone.
 */
export function openWindow(dialog: HTMLDialogElement): void {
  if (!dialog.open) dialog.showModal();
  dialog.tabIndex = -1;
  dialog.focus({ preventScroll: true });
}
