/** A time of day, chosen by hour and minute within what is allowed. */

export interface TimeParts {
  hour: number | null;
  minute: number | null;
}

const QUARTERS = [0, 15, 30, 45];

/** `14:30`; anything else has no parts. */
export function timeParts(text: string): TimeParts {
  const found = /^(\d\d):(\d\d)$/.exec(text);
  return found
    ? { hour: Number(found[1]), minute: Number(found[2]) }
    : { hour: null, minute: null };
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The time as it is given; nothing while a part is missing. */
export function writtenTime({ hour, minute }: TimeParts): string | undefined {
  return hour === null || minute === null ? undefined : `${two(hour)}:${two(minute)}`;
}

const minutes = (text: string, otherwise: number): number => {
  const { hour, minute } = timeParts(text);
  return hour === null || minute === null ? otherwise : hour * 60 + minute;
};

/** What can be chosen. */
export class TimeRange {
  readonly #first: number;
  readonly #last: number;

  constructor(earliest: string, latest: string) {
    this.#first = minutes(earliest, 0);
    this.#last = minutes(latest, 24 * 60 - 1);
  }

  /** Hours in which something can be chosen. */
  get hours(): number[] {
    const from = Math.floor(this.#first / 60);
    const to = Math.floor(this.#last / 60);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, turn) => from + turn);
  }

  /** Whether a minute of an hour can be chosen. */
  has(hour: number, minute: number): boolean {
    const at = hour * 60 + minute;
    return at >= this.#first && at <= this.#last;
  }

  /** Quarters of an hour, and the bound where none of them is within. */
  quarters(hour: number): number[] {
    const within = QUARTERS.filter((minute) => this.has(hour, minute));
    return within.length > 0 ? within : [Math.max(this.#first - hour * 60, 0)];
  }
}
