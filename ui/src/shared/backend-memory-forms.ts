/**
 * A form in memory: a small double of what the kiosk's middle does with one, over the fixtures'
 * texts. It asks the same questions whichever form was begun. Never part of the built kiosk.
 */
import type { Act } from './bindings/Act';
import type { Entered } from './bindings/Entered';
import type { FormLink } from './bindings/FormLink';
import type { FormQuestion } from './bindings/FormQuestion';
import type { Given } from './bindings/Given';
import type { ReadBack } from './bindings/ReadBack';
import type { Screen } from './bindings/Screen';
import type { AskName } from './fixtures/forms/texts';
import {
  birthHeard,
  checked,
  controlOf,
  FORM_SCREENS,
  formTextsIn,
  heardAsTyped,
  question,
  review,
} from './fixtures/forms/views';

const ORDER: readonly AskName[] = [
  'name',
  'birth',
  'alone',
  'relation',
  'another',
  'support',
  'phone',
  'income',
  'time',
  'road',
  'idea',
  'signature',
];
/** Asked of those who look first whether they may qualify. */
const OF_RULES = new Set<AskName>(['birth', 'income']);
/** Asked only of those who do not live alone. */
const OF_MEMBERS = new Set<AskName>(['relation', 'another']);
export const CODE = '7K3M9PQ2';

/** What is on the screen while a form is filled in. */
type At =
  | { at: 'question'; name: AskName; fromReview: boolean }
  | { at: 'eligibility' | 'review' | 'proof' | 'paused' | 'finished' };

export class FormWalk {
  #forms: FormLink[] = [];
  #number = 0;
  #answers = new Map<AskName, Given>();
  #at: At | null = null;
  #heard: ReadBack | null = null;
  #faults: FormQuestion['faults'] = [];
  #removed = new Set<number>();
  #checksFirst = false;
  #entered: Entered | null = null;

  /** Whether a form is being filled in. */
  get on(): boolean {
    return this.#at !== null;
  }

  /** Does what an act of a form does; gives whether it was one. */
  act(act: Act, language: string): boolean {
    switch (act.act) {
      case 'start-forms':
        return this.#begin(act.forms, language);
      case 'check-first':
        this.#begin([act.form], language);
        this.#checksFirst = true;
        return this.#go({ at: 'question', name: 'birth', fromReview: false });
      case 'apply-now':
        return this.#apply();
      case 'resume-form':
      case 'continue-form':
        return this.#resume(act.act === 'resume-form' ? act.code : CODE, language);
      case 'give':
        return this.#give(act.place as AskName, act.given, language);
      case 'entering':
        this.#entered = act.entered;
        return true;
      case 'confirm-read-back':
        return this.#next(act.place as AskName);
      case 'refuse-read-back':
        this.#heard = null;
        return true;
      case 'pick-alternative':
        return this.#pick(act.alternative);
      case 'skip-question':
        this.#answers.delete(act.place as AskName);
        return this.#next(act.place as AskName);
      case 'change-answer': {
        const name = ORDER.find((one) => one === act.place) ?? 'name';
        return this.#go({ at: 'question', name, fromReview: true });
      }
      case 'add-item':
        return this.#go({ at: 'question', name: 'relation', fromReview: true });
      case 'remove-item':
        this.#removed.add(act.item);
        return true;
      case 'proof-form':
        return this.#go({ at: 'proof' });
      case 'finish-form':
        return this.#go({ at: 'finished' });
      case 'pause-form':
        return this.#go({ at: 'paused' });
      case 'next-form':
        return this.#nextForm();
      default:
        return false;
    }
  }

  /** One question back; gives whether there was one. */
  back(): boolean {
    const at = this.#at;
    if (at?.at === 'eligibility')
      return this.#go({ at: 'question', name: 'income', fromReview: false });
    if (at?.at === 'review')
      return this.#go({ at: 'question', name: 'signature', fromReview: false });
    if (at?.at === 'proof') return this.#go({ at: 'review' });
    if (at?.at !== 'question') return false;
    if (this.#heard) {
      this.#heard = null;
      return true;
    }
    if (at.fromReview) return this.#go(this.#end());
    const here = this.#due().indexOf(at.name);
    const before = this.#due()[here - 1];
    if (!before) return false;
    return this.#go({ at: 'question', name: before, fromReview: false });
  }

  forget(): void {
    this.#at = null;
    this.#answers.clear();
    this.#removed.clear();
  }

  /** What is shown now. */
  draw(language: string): Screen {
    const at = this.#at;
    const form = this.#forms[this.#number];
    if (at?.at === 'question') return this.#question(at, language);
    if (at?.at === 'eligibility') return checked(language, 'may-qualify');
    if (at?.at === 'review') return this.#review(language);
    if (at?.at === 'proof') return FORM_SCREENS['form-proof'](language);
    if (at?.at === 'paused') return FORM_SCREENS['form-paused'](language);
    const next = this.#forms[this.#number + 1] ?? null;
    const receipt = FORM_SCREENS['form-finished'](language) as Extract<
      Screen,
      { name: 'form-finished' }
    >;
    return { ...receipt, form: form ?? receipt.form, next };
  }

  #go(at: At): true {
    this.#at = at;
    this.#heard = null;
    this.#entered = null;
    this.#faults = [];
    return true;
  }

  #begin(ids: readonly string[], language: string): boolean {
    const all = formTextsIn(language).forms.flatMap(([, forms]) => forms);
    this.#forms = all.filter(({ id }) => ids.includes(id));
    this.#number = 0;
    this.#answers.clear();
    this.#checksFirst = false;
    return this.#go({ at: 'question', name: 'name', fromReview: false });
  }

  /** On with the first question that is not answered. */
  #apply(): boolean {
    this.#checksFirst = false;
    const open = this.#due().find((name) => !this.#answers.has(name));
    return this.#go(open ? { at: 'question', name: open, fromReview: false } : { at: 'review' });
  }

  #resume(code: string, language: string): boolean {
    if (code.replace(/[\s-]/gu, '').toUpperCase() !== CODE) return true;
    if (this.#forms.length === 0) this.#begin(['old-age-allowance'], language);
    return this.#apply();
  }

  #nextForm(): boolean {
    this.#number += 1;
    this.#removed.clear();
    return this.#go({ at: 'question', name: 'road', fromReview: false });
  }

  #give(name: AskName, given: Given, language: string): boolean {
    const typed = given.as === 'typed' || given.as === 'words';
    if (typed && name === 'email' && !given.value.includes('@')) {
      this.#faults = [{ kind: 'code', code: 'form', argument: null }];
      return true;
    }
    this.#answers.set(name, given);
    this.#faults = [];
    if (!typed) return this.#next(name);
    const dated = controlOf(name, language).kind === 'date';
    this.#heard = dated ? birthHeard(formTextsIn(language), true) : heardAsTyped(given.value);
    return true;
  }

  #pick(alternative: number): boolean {
    const heard = this.#heard;
    const value = heard?.alternatives[alternative];
    if (heard && value !== undefined) this.#heard = { ...heard, value, alternatives: [] };
    return true;
  }

  #next(name: AskName): true {
    if (this.#at?.at === 'question' && this.#at.fromReview) return this.#go(this.#end());
    const due = this.#due();
    const next = due[due.indexOf(name) + 1];
    return this.#go(next ? { at: 'question', name: next, fromReview: false } : this.#end());
  }

  /** What comes when everything is answered. */
  #end(): At {
    return { at: this.#checksFirst ? 'eligibility' : 'review' };
  }

  #due(): AskName[] {
    if (this.#checksFirst) return ORDER.filter((name) => OF_RULES.has(name));
    const alone = this.#answers.get('alone');
    const skips = alone?.as === 'one' && alone.value === 'yes';
    return ORDER.filter((name) => !skips || !OF_MEMBERS.has(name));
  }

  #question(at: Extract<At, { at: 'question' }>, language: string): Screen {
    const drawn = question(at.name, language);
    const answered = at.fromReview ? this.#due().length : this.#due().indexOf(at.name);
    const length = this.#due().length;
    const certain = this.#answers.has('alone') ? length : length - OF_MEMBERS.size;
    return {
      name: 'form-question',
      ...drawn,
      standing: {
        ...drawn.standing,
        form: this.#forms[this.#number] ?? drawn.standing.form,
        formNumber: this.#number + 1,
        forms: Math.max(1, this.#forms.length),
        answered,
        least: certain,
        most: length,
        checksFirst: this.#checksFirst,
      },
      given: this.#answers.get(at.name) ?? null,
      entered: this.#entered,
      readBack: this.#heard,
      faults: this.#faults,
      fromReview: at.fromReview,
    };
  }

  #review(language: string): Screen {
    const whole = review(language);
    const sections = whole.sections.filter(({ item }) => item === null || !this.#removed.has(item));
    return { name: 'form-review', ...whole, sections };
  }
}
