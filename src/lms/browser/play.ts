/** The LMS side of a launch: an API object on this page, the package in a direct child frame. Runs in the browser. */

// A module of its own: names here are not global.
export {};

interface ScormApi {
  loadFromFlattenedJSON(data: Record<string, string>): void;
}
interface Library {
  readonly Scorm12API?: new (settings: object, transport: object) => ScormApi;
  readonly Scorm2004API?: new (settings: object, transport: object) => ScormApi;
}
interface Opened {
  readonly url: string;
  readonly title: string;
  readonly session: string;
  readonly edition: '1.2' | '2004' | 'cmi5' | 'elders';
}
interface OpenedScorm extends Opened {
  readonly edition: '1.2' | '2004';
  readonly cmi: Record<string, string>;
}
interface OpenedCmi5 extends Opened {
  readonly edition: 'cmi5';
}
/** A package of others: its page stands at another name of this computer. */
interface OpenedElsewhere extends Opened {
  readonly edition: 'elders';
}
interface Outcome {
  readonly result: 'true' | 'false';
  readonly errorCode: number;
}

const page = document.querySelector<HTMLElement>('[data-play]');
const status = document.querySelector<HTMLElement>('[data-status]');
const leave = document.querySelector<HTMLAnchorElement>('[data-leave]');
/** Bytes that a browser still sends while the page goes. */
const LAST_WORDS = 60_000;
const sending = new Set<Promise<unknown>>();
let closing = false;
let frame: HTMLIFrameElement | undefined;
/** Session of a cmi5 package, which speaks to the LRS and not to this page. */
let cmi5: string | undefined;
/** Origin of the page in the frame, when that plays a package of others. */
let elsewhere: string | undefined;

function say(text: string, state: 'quiet' | 'good' | 'bad'): void {
  if (!status || status.textContent === text) return;
  status.textContent = text;
  status.dataset['status'] = state;
}

/** Commits as Moodle does: synchronous while the page lives, in the background when it is being left. */
function transport(session: string): object {
  let order = 0;
  const url = `/sessies/${session}/opslaan`;
  const failed: Outcome = { result: 'false', errorCode: 101 };
  const send = (body: string): Outcome => {
    if (closing) return sendInBackground(url, body) ? { result: 'true', errorCode: 0 } : failed;
    const request = new XMLHttpRequest();
    request.open('POST', url, false);
    request.setRequestHeader('Content-Type', 'text/plain;charset=UTF-8');
    try {
      request.send(body);
    } catch (error) {
      // Only the package's frame is being left: that forbids synchronous requests too, unlike a dead network.
      const left = error instanceof Error && /dismissal/i.test(error.message);
      return left && sendInBackground(url, body) ? { result: 'true', errorCode: 0 } : failed;
    }
    return request.status === 200 ? { result: 'true', errorCode: 0 } : failed;
  };
  return {
    processHttpRequest(_url: string, cmi: object, ended: boolean): Outcome {
      order += 1;
      const outcome = send(JSON.stringify({ order, ended, cmi }));
      const time = new Date().toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
      if (outcome.result === 'true')
        say(ended ? `Beëindigd en bewaard om ${time}` : `Bewaard om ${time}`, 'good');
      else say('Bewaren is niet gelukt', 'bad');
      return outcome;
    },
    updateSettings(): void {
      // The settings of the library hold nothing that this transport uses.
    },
  };
}

function sendInBackground(url: string, body: string): boolean {
  if (new Blob([body]).size > LAST_WORDS) return false;
  const sent = fetch(url, { method: 'POST', body, keepalive: true }).catch(() => undefined);
  sending.add(sent);
  return true;
}

async function open(element: HTMLElement): Promise<void> {
  const { learner, package: from, au, mode, ticket } = element.dataset;
  const reply = ticket
    ? await fetch(`/elders/${ticket}`, { method: 'POST' })
    : await fetch('/sessies', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ learner, package: from, au, mode }),
      });
  if (!reply.ok) throw new Error(`sessies: ${reply.status}`);
  const opened = (await reply.json()) as OpenedScorm | OpenedCmi5 | OpenedElsewhere;
  frame = document.createElement('iframe');
  if (opened.edition === 'cmi5') cmi5 = opened.session;
  else if (opened.edition !== 'elders') await offerApi(opened);
  else {
    elsewhere = new URL(opened.url).origin;
    // It may do what a package needs, and not take this page along.
    frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-modals', 'allow-popups');
  }
  frame.id = 'scorm_object';
  frame.title = opened.title;
  frame.allow = 'fullscreen';
  frame.src = opened.url;
  element.replaceChildren(frame);
}

async function offerApi(opened: OpenedScorm): Promise<void> {
  const script = opened.edition === '2004' ? '/bestanden/scorm2004.js' : '/bestanden/scorm12.js';
  const library = (await import(script)) as Library;
  const settings = {
    lmsCommitUrl: `/sessies/${opened.session}/opslaan`,
    dataCommitFormat: 'flattened',
    alwaysSendTotalTime: true,
    mastery_override: true,
    logLevel: 'NONE',
  };
  const Api = opened.edition === '2004' ? library.Scorm2004API : library.Scorm12API;
  if (!Api) throw new Error(`no API in ${script}`);
  const api = new Api(settings, transport(opened.session));
  api.loadFromFlattenedJSON(opened.cmi);
  Object.assign(window, opened.edition === '2004' ? { API_1484_11: api } : { API: api });
}

addEventListener('pagehide', () => {
  closing = true;
});
addEventListener('pageshow', (event) => {
  // Back from the cache of the browser: that session has ended, so open a new one.
  if (event.persisted) location.reload();
});
leave?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !frame) return;
  event.preventDefault();
  goBack(leave.href);
});
/** What these pages say to each other: back to the course, please; say goodbye; it is said. */
const WORDS = {
  back: 'zeventerpen:terug',
  end: 'zeventerpen:einde',
  ended: 'zeventerpen:beeindigd',
} as const;

addEventListener('message', (event) => {
  const isPackage = frame !== undefined && event.source === frame.contentWindow;
  // A cmi5 package that is done sends its own frame to a page of ours.
  if (isPackage && event.data === WORDS.back)
    if (leave) goBack(leave.href);
    else parent.postMessage(WORDS.back, '*');
  if (!leave && event.source === parent && event.data === WORDS.end)
    void goodbye().then(() => parent.postMessage(WORDS.ended, '*'));
});

function goBack(address: string): void {
  void goodbye().then(() => location.assign(address));
}

/** The package says goodbye while this page still lives, so that the next page finds its last commit stored. */
async function goodbye(): Promise<void> {
  if (frame && elsewhere !== undefined) sending.add(goodbyeElsewhere(frame, elsewhere));
  else frame?.remove();
  if (cmi5 !== undefined) sending.add(ended(cmi5));
  const patience = new Promise((done) => setTimeout(done, 2000));
  await Promise.race([Promise.all(sending), patience]);
}

function goodbyeElsewhere({ contentWindow }: HTMLIFrameElement, origin: string): Promise<void> {
  return new Promise((done) => {
    addEventListener('message', (event) => {
      if (event.source === contentWindow && event.data === WORDS.ended) done();
    });
    contentWindow?.postMessage(WORDS.end, origin);
  });
}

/** Resolves once the LRS has the session's last statement. */
async function ended(session: string): Promise<void> {
  for (;;) {
    const reply = await fetch(`/sessies/${session}`, { cache: 'no-store' });
    const found = (await reply.json()) as { readonly ended: boolean };
    if (found.ended) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

if (page) {
  open(page).catch(() => {
    page.textContent =
      'Deze activiteit kan nu niet worden geopend. Ga terug naar de cursus en probeer het opnieuw.';
    say('', 'quiet');
  });
}
