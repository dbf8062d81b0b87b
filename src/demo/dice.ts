/** Chance for simulated people: the same seed throws the same numbers in the same order. */
import { createHash } from 'node:crypto';
import { chance } from '../engine/random.js';

export class Dice {
  private thrown = 0;

  constructor(private readonly seed: string) {}

  /** In [0, 1). */
  next(): number {
    this.thrown += 1;
    return chance(`${this.seed}/${this.thrown}`);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Skewed to the right, as times are that people take: half of them below `median`. */
  seconds(median: number): number {
    return median * Math.exp(0.5 * normal(this.draw()));
  }

  /** One of the candidates, the likelier the higher its appeal (softmax, in natural logarithms). Undefined: there is none. */
  choose<T>(candidates: readonly T[], appeal: (candidate: T) => number): T | undefined {
    const noisy = candidates.map((candidate) => ({ candidate, value: appeal(candidate) + this.gumbel() }));
    return noisy.reduce<(typeof noisy)[number] | undefined>(
      (best, one) => (best === undefined || one.value > best.value ? one : best),
      undefined,
    )?.candidate;
  }

  /** A seed for what draws by itself. */
  draw(): string {
    this.thrown += 1;
    return `${this.seed}/${this.thrown}`;
  }

  /** 32 hexadecimal digits. */
  id(): string {
    return hex(this.draw());
  }

  private gumbel(): number {
    return -Math.log(-Math.log(Math.max(this.next(), 1e-12)));
  }
}

/** Standard normal draw that hangs on the seed alone (Box-Muller). */
export function normal(seed: string): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(`${seed}/r`)));
  return radius * Math.cos(2 * Math.PI * chance(`${seed}/a`));
}

export function hex(seed: string): string {
  return createHash('md5').update(seed).digest('hex');
}
