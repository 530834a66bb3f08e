/**
 * One visit as the screens see it: the latest view, and what is being typed. Everything else of
 * a visit is held by the kiosk's middle; what is held here dies when the visit's number changes.
 */
import { getContext, setContext } from 'svelte';

import type { Backend } from './backend';
import type { Act } from './bindings/Act';
import type { Composed } from './bindings/Composed';
import type { Officer } from './bindings/Officer';
import type { Problem } from './bindings/Problem';
import type { View } from './bindings/View';
import { entryKey } from './filling/entry';
import { Filling } from './filling/filling.svelte';
import { Voice } from './voice.svelte';
import { wordsIn, type Say } from './words';

const KEY = Symbol('visit');

/** Where nobody is being served, so that nobody can be timed out. */
const NOBODY_HERE = new Set(['attract', 'farewell', 'out-of-service']);

/** Acts at which the middle goes on with what it is saying. */
const LETS_SPEAK = new Set<Act['act']>([
  'still-here',
  'entering',
  'set-text',
  'set-theme',
  'set-reach',
  'set-voice',
  'pause-speaking',
  'go-on-speaking',
]);

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error;
}

export class Visit {
  /** The latest view. */
  view: View = $state.raw() as View;
  /** The question being typed. */
  draft = $state('');
  /** Whether the page for text and colours lies over the screen. */
  choosingAppearance = $state(false);
  /** Whether the page for putting a form aside lies over it. */
  stopping = $state(false);
  /** What is being entered into a form. */
  filling: Filling = $state.raw(new Filling());
  /** What an officer enters into a form that is corrected; what the visitor was entering stays. */
  correction: Filling = $state.raw(new Filling());
  /** What went wrong with the last act, until it is read or the next act succeeds. */
  problem: Problem | null = $state(null);

  readonly #overlay = $derived(
    this.choosingAppearance ? 'appearance' : this.stopping ? 'form-stop' : undefined,
  );
  /** The kiosk's words in the view's language. */
  readonly say: Say = $derived(wordsIn(this.view.language));
  /** Whether somebody is being served. */
  readonly on: boolean = $derived(!NOBODY_HERE.has(this.view.screen.name));
  /** Whether somebody is spoken to: they are served, or about to leave. */
  readonly spokenTo: boolean = $derived(this.on || this.view.screen.name === 'farewell');
  /** What is on the screen, by name: a page that lies over it goes first. */
  readonly shown: string = $derived(this.#overlay ?? this.view.screen.name);
  /** Changes when the screen becomes another one. */
  readonly screenKey: string = $derived(nameScreen(this.view, this.#overlay));

  /** What is heard and said beside the views. */
  readonly voice: Voice;

  readonly #backend: Backend;

  constructor(backend: Backend, first: View) {
    this.#backend = backend;
    this.voice = new Voice(backend, (act) => this.act(act));
    this.view = first;
    this.problem = first.problem;
  }

  /** Shows a view, unless it or a newer one is shown already. */
  receive = (view: View): void => {
    if (view.sequence <= this.view.sequence) return;
    const anotherVisit = view.visit !== this.view.visit;
    const anotherScreen = nameScreen(view) !== nameScreen(this.view);
    if (anotherVisit) {
      this.draft = '';
      this.filling = new Filling();
    }
    if (anotherVisit || anotherScreen) {
      this.choosingAppearance = false;
      this.stopping = false;
    }
    this.filling.follow(view.screen);
    if (correcting(view) === undefined) this.correction = new Filling();
    // A sentence about what went wrong stays until it was read: only another screen takes it away.
    if (view.problem !== null || anotherVisit || anotherScreen) this.problem = view.problem;
    this.view = view;
  };

  /** Does one thing. What goes wrong is shown, never thrown. */
  act = async (act: Act): Promise<void> => {
    if (act.act !== 'still-here' && act.act !== 'entering') this.problem = null;
    if (!LETS_SPEAK.has(act.act)) this.voice.silenced();
    try {
      this.receive(await this.#backend.act(act));
    } catch (error) {
      this.problem = isProblem(error) ? error : { code: 'internal' };
    }
  };

  /** Asks what has been typed. */
  ask = async (): Promise<void> => {
    const question = this.draft.trim();
    await this.act({ act: 'ask', question });
    if (question !== '' && this.problem === null) this.draft = '';
  };

  /** What Bopomofo symbols may mean. */
  compose = (symbols: string): Promise<Composed> => this.#backend.compose({ symbols });

  /** Whether "back" leads anywhere. */
  get canGoBack(): boolean {
    return this.view.canGoBack || this.#overlay !== undefined;
  }

  /** Whether somebody may speak to the screen that is shown. */
  get hears(): boolean {
    const { hears, welcome } = this.view.voice;
    return hears && welcome && this.spokenTo && this.#overlay === undefined;
  }

  /** One step back: first from a page that lies over the screen, then from the screen. */
  back = (): void => {
    if (this.choosingAppearance) this.choosingAppearance = false;
    else if (this.stopping) this.stopping = false;
    else if (this.view.canGoBack) void this.act({ act: 'back' });
  };
}

/** Two views with the same name show the same screen of the same visit. */
export function nameScreen(view: View, overlay?: string): string {
  const { screen } = view;
  const which = [String(view.visit), overlay ?? screen.name];
  if (screen.name === 'topic') which.push(screen.topic.id);
  if (screen.name === 'reply') which.push(screen.asked);
  if (screen.name === 'notice') which.push(screen.notice.id);
  if (screen.name === 'status') which.push(screen.outcome?.is ?? '');
  if (screen.name === 'officer') which.push(...nameOfficer(screen));
  const entered = entryKey(screen);
  if (entered !== undefined) which.push(entered);
  if (screen.name === 'form-question' && screen.readBack) which.push('read-back');
  if (screen.name === 'form-review' || screen.name === 'form-eligibility')
    which.push(screen.standing.form.id);
  return which.join('/');
}

/** The form that an officer corrects. */
function correcting({ screen }: View): string | undefined {
  const page = screen.name === 'officer' && screen.state === 'open' ? screen.page : undefined;
  return page?.page === 'correct' ? page.line.number : undefined;
}

function nameOfficer(officer: Officer): string[] {
  if (officer.state === 'locked') return [officer.state];
  const { page } = officer;
  if (page.page === 'form') return [page.page, page.line.number];
  if (page.page !== 'correct') return [page.page];
  const { line, question } = page;
  const asked = question && [entryKey({ name: 'form-question', ...question }) ?? question.place];
  return [page.page, line.number, ...(asked ?? []), question?.readBack ? 'read-back' : ''];
}

/** Gives the visit to all components below. */
export const provideVisit = (visit: Visit): Visit => setContext(KEY, visit);

/** The visit that this component belongs to. */
export const useVisit = (): Visit => getContext<Visit>(KEY);
