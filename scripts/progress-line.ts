/** One line on the screen that says how far it is; where nobody looks (a log), a line now and then. */
const EVERY_MS = { screen: 200, log: 10_000 };

export interface ProgressLine {
  /** `all`: how many there will be; null: not known. */
  show(done: number, all: number | null): void;
  end(): void;
}

export function progressLine(what: string, out: NodeJS.WriteStream = process.stderr): ProgressLine {
  const begun = Date.now();
  let shown = 0;
  return {
    show: (done, all) => {
      const now = Date.now();
      if (now - shown < (out.isTTY ? EVERY_MS.screen : EVERY_MS.log)) return;
      shown = now;
      const text = progressText(what, { done, all, seconds: (now - begun) / 1000 });
      out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end: () => {
      if (out.isTTY && shown > 0) out.write('\r\u001b[K');
    },
  };
}

/** `12,000 statements, 4,000/s, 0:30 left`. */
export function progressText(
  what: string,
  { done, all, seconds }: { readonly done: number; readonly all: number | null; readonly seconds: number },
): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const share = all === null || all === 0 ? '' : ` of ${count(all)} (${Math.floor((100 * done) / all)}%)`;
  const left = all === null || rate === 0 ? '' : `, ${clock((all - done) / rate)} left`;
  return `${count(done)}${share} ${what}, ${count(rate)}/s${left}`;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
