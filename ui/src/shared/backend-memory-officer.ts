/** The officer's side of the kiosk in memory: a small double, with a day's forms and a PIN. */
import type { Act } from './bindings/Act';
import type { Device } from './bindings/Device';
import type { DeskLine } from './bindings/DeskLine';
import type { OfficerPlace } from './bindings/OfficerPlace';
import type { Problem } from './bindings/Problem';
import type { Screen } from './bindings/Screen';
import type { StaffCard } from './bindings/StaffCard';
import { agency } from './fixtures/agency';
import { correction, type Correcting } from './fixtures/correction';
import { device } from './fixtures/device';
import { calls, deskForm, deskLines, members, open } from './fixtures/officer';
import { staffQuestions } from './fixtures/staff-questions';

const PIN = '1234';
const TAKEN = '9876';
const NOW = '2026-11-21T14:15:00+08:00';

/** What an act leads to: the page as it is now, a problem, or nothing of it. */
export type Served = Screen | Problem | undefined;

type Where =
  | { page: OfficerPlace }
  | { page: 'form'; number: string }
  | ({ page: 'correct'; number: string } & Correcting);

export class OfficerDesk {
  #language = 'en';
  #where: Where | null = null;
  #lines: DeskLine[] = [];
  #staff: StaffCard[] = [];
  #calls = [...calls];
  #device: Device = device;

  /** Whether somebody is signed in. */
  get on(): boolean {
    return this.#where !== null;
  }

  close(): void {
    this.#where = null;
  }

  /** Takes a PIN; the forms of the day are those of the office's language. */
  unlock(pin: string, language: string): Served {
    if (pin !== PIN) return { code: 'pin-wrong' };
    if (this.#lines.length === 0) {
      this.#lines = deskLines(language);
      this.#staff = members(language);
    }
    this.#language = language;
    this.#where = { page: 'desk' };
    return this.#draw();
  }

  act(act: Act): Served {
    if (!this.#where) return undefined;
    if (this.#where.page === 'correct') this.#correct(act);
    else if (!act.act.startsWith('officer-')) return undefined;
    return this.#do(act) ?? this.#draw();
  }

  #draw(): Screen | undefined {
    const where = this.#where;
    if (!where) return undefined;
    const rest = { role: 'admin', calls: this.#calls } as const;
    const of = 'number' in where ? this.#called(where.number) : undefined;
    if (of && where.page === 'correct') {
      return open(this.#language, correction(this.#language, of, where), rest);
    }
    if (of) return open(this.#language, { page: 'form', ...deskForm(this.#language, of) }, rest);
    if (where.page === 'questions') {
      return open(this.#language, { page: 'questions', ...staffQuestions(this.#language) }, rest);
    }
    if (where.page === 'device')
      return open(this.#language, { page: 'device', ...this.#device }, rest);
    if (where.page === 'agency') return open(this.#language, { page: 'agency', ...agency }, rest);
    if (where.page === 'staff') {
      return open(this.#language, { page: 'staff', members: [...this.#staff] }, rest);
    }
    return open(this.#language, { page: 'desk', forms: [...this.#lines], interrupted: [] }, rest);
  }

  #called(number: string): DeskLine | undefined {
    return this.#lines.find((one) => one.number === number);
  }

  /** The form in front becomes another one. */
  #change(change: Partial<DeskLine>): Problem | undefined {
    const number = this.#where?.page === 'form' ? this.#where.number : '';
    if (this.#called(number)?.state.is === 'void') return { code: 'form-void' };
    this.#lines = this.#lines.map((one) => (one.number === number ? { ...one, ...change } : one));
    return undefined;
  }

  /** A name is asked anew, read back, and kept with a reason. */
  #correct(act: Act): void {
    const where = this.#where;
    if (where?.page !== 'correct') return;
    const { page, number, heard, after } = where;
    if (act.act === 'give' && act.given.as === 'typed') {
      this.#where = { page, number, heard: act.given.value };
    } else if (act.act === 'confirm-read-back' && heard !== undefined) {
      this.#where = { page, number, after: heard };
    } else if (act.act === 'refuse-read-back' || act.act === 'change-answer') {
      this.#where = { page, number };
    } else if (act.act === 'officer-corrected' && after !== undefined) {
      this.#where = { page: 'form', number };
      this.#change({ name: after, corrections: 1, state: { is: 'new' } });
    }
  }

  #do(act: Act): Problem | undefined {
    const by = { at: NOW, by: members(this.#language)[0]?.name ?? null };
    switch (act.act) {
      case 'officer-go':
        this.#where = { page: act.page };
        return undefined;
      case 'officer-find':
        if (!this.#called(act.number)) return { code: 'form-gone' };
        this.#where = { page: 'form', number: act.number };
        return undefined;
      case 'officer-correct':
        if (this.#where?.page === 'form') {
          this.#where = { page: 'correct', number: this.#where.number };
        }
        return undefined;
      case 'officer-take-over':
        return { code: 'pause-code-unknown' };
      case 'officer-sign-off':
        return this.#change({ state: { is: 'signed-off', ...by } });
      case 'officer-hand-over':
        return this.#change({ state: { is: 'handed-over', ...by } });
      case 'officer-void':
        return this.#change({ state: { is: 'void', why: act.why, ...by } });
      case 'officer-answer-call':
        this.#calls = this.#calls.map((one) =>
          one.ticket === act.ticket ? { ...one, answered: NOW } : one,
        );
        return undefined;
      case 'officer-close-call':
        this.#calls = this.#calls.filter(({ ticket }) => ticket !== act.ticket);
        return undefined;
      default:
        return this.#onStaff(act);
    }
  }

  #onStaff(act: Act): Problem | undefined {
    if (act.act === 'officer-set-printing') {
      this.#device = { ...this.#device, printing: act.printing, done: { did: 'printing-set' } };
    } else if (act.act === 'officer-try-speaker') {
      const speaker = { is: 'played', sentence: 'said' } as const;
      this.#device = { ...this.#device, voice: { ...this.#device.voice, speaker } };
    } else if (act.act === 'officer-let-go') {
      this.#staff = this.#staff.filter(({ id }) => id !== act.member);
    } else if (act.act === 'officer-take-on' || act.act === 'officer-change-pin') {
      if (act.pin === PIN || act.pin === TAKEN) return { code: 'pin-taken' };
      if (act.act === 'officer-change-pin') return undefined;
      const id = Math.max(0, ...this.#staff.map((one) => one.id)) + 1;
      this.#staff = [...this.#staff, { id, name: act.name, role: act.role, since: NOW }];
    }
    return undefined;
  }
}
