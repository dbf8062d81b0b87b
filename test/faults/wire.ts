/** Real requests to the local LMS and LRS; knows when all are answered. */
import { Agent, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });
  private readonly underway = new Set<Promise<unknown>>();

  constructor(readonly url: string) {}

  async send(
    path: string,
    method: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Reply> {
    const answered = this.ask(path, method, headers, body);
    this.underway.add(answered);
    try {
      return await answered;
    } finally {
      this.underway.delete(answered);
    }
  }

  private ask(
    path: string,
    method: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, this.url), { method, headers, agent: this.agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: text, headers: answer.headers }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** Until nothing is underway, and what the answers set going has happened. */
  readonly settle = async (): Promise<void> => {
    do {
      await Promise.allSettled(this.underway);
      for (let turn = 0; turn < 2; turn++) await new Promise<void>((resume) => setImmediate(resume));
    } while (this.underway.size > 0);
  };

  close(): void {
    this.agent.destroy();
  }
}
