/** Follows the journals of services that somebody waits for, each once however many wait, and tells those whom a step concerns. */
import type { JournalPlace, StepsAsked, StepsTaken, JournalStep } from "../../platform/write/journal-feed.js";

/** One who waits. */
export interface Follower {
  readonly kinds: readonly string[];
  /** Key of the record. @default all of the kinds */
  readonly key: string | undefined;
  /** Called once what happened is settled; it may be called for nothing. */
  readonly told: () => void;
}

/** A follower's place in a journal. */
export interface Following {
  /** Behind everything that the follower was told of. */
  place(): JournalPlace;
  stop(): void;
}

/** The journals. */
export interface Journals {
  /** Follows from now on. Throws UPSTREAM_UNAVAILABLE where the service does not say where it stands. */
  follow(service: string, follower: Follower): Promise<Following>;
  /** True where a record that the follower waits for took a step since the place, or where that is not known. Throws UPSTREAM_UNAVAILABLE. */
  changedSince(service: string, place: JournalPlace, follower: Omit<Follower, "told">): Promise<boolean>;
  stop(): void;
}

/** What they are made from. */
export interface JournalsOptions {
  readonly ask: (service: string, asked: StepsAsked) => Promise<StepsTaken>;
  /** All kinds of the service that anybody may wait for: a place is behind the steps of all of them. */
  readonly kindsOf: (service: string) => readonly string[];
  /** Pause between two readings, in milliseconds. */
  readonly everyMs: number;
  /** Called before followers are: what was read before is older than what happened. */
  readonly onSteps: () => void;
  /** Told where a service did not answer; it is asked again. */
  readonly onFailure: (error: unknown) => void;
}

/** Creates them; nothing is asked while nobody waits. */
export const createJournals = (options: JournalsOptions): Journals => {
  const journals = new Map<string, Journal>();
  const of = (service: string): Journal => {
    const journal = journals.get(service) ?? new Journal(service, options);
    journals.set(service, journal);
    return journal;
  };
  return {
    follow: (service, follower) => of(service).follow(follower),
    async changedSince(service, place, { kinds, key }) {
      const { steps, ahead } = await options.ask(service, {
        place,
        kinds: [...kinds],
        ...(key === undefined ? {} : { key }),
      });
      return steps === undefined || steps.length + ahead.length > 0;
    },
    stop: () => journals.forEach((journal) => journal.stop()),
  };
};

class Journal {
  /** By kind and key. */
  private readonly waiting = new Map<string, Set<Follower>>();
  private followers = 0;
  /** Steps that followers were told of before they were settled. */
  private toldAhead: ReadonlySet<string> = new Set();
  private place: JournalPlace | undefined;
  private timer: NodeJS.Timeout | undefined;
  private opening: Promise<void> | undefined;

  constructor(
    private readonly service: string,
    private readonly options: JournalsOptions,
  ) {}

  async follow(follower: Follower): Promise<Following> {
    for (const at of placesOf(follower)) this.waiting.set(at, (this.waiting.get(at) ?? new Set()).add(follower));
    this.followers += 1;
    try {
      if (this.place === undefined) await (this.opening ??= this.open().finally(() => (this.opening = undefined)));
    } catch (error) {
      this.leave(follower);
      throw error;
    }
    let left = false;
    return {
      place: () => this.place!,
      stop: () => {
        if (!left) this.leave(follower);
        left = true;
      },
    };
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.place = undefined;
  }

  private async open(): Promise<void> {
    this.place = (await this.options.ask(this.service, { kinds: [] })).place;
    this.wait();
  }

  private leave(follower: Follower): void {
    for (const at of placesOf(follower)) {
      const there = this.waiting.get(at);
      there?.delete(follower);
      if (there?.size === 0) this.waiting.delete(at);
    }
    this.followers -= 1;
    // Who follows next begins where the journal stands then.
    if (this.followers === 0) this.stop();
  }

  private wait(): void {
    this.timer = setTimeout(() => void this.read(), this.options.everyMs);
    this.timer.unref();
  }

  private async read(): Promise<void> {
    const { place } = this;
    if (place === undefined) return;
    try {
      const taken = await this.options.ask(this.service, { place, kinds: [...this.options.kindsOf(this.service)] });
      if (this.place !== place) return;
      this.place = taken.place;
      this.tell(taken);
    } catch (error) {
      this.options.onFailure(error);
    }
    if (this.place !== undefined) this.wait();
  }

  private tell({ steps, ahead }: StepsTaken): void {
    const news = [...(steps ?? []), ...ahead].filter((step) => !this.toldAhead.has(nameOf(step)));
    this.toldAhead = new Set(ahead.map(nameOf));
    if (steps !== undefined && news.length === 0) return;
    this.options.onSteps();
    const concerned = steps === undefined ? [...this.waiting.keys()] : news.flatMap(placesOfStep);
    for (const follower of new Set(concerned.flatMap((at) => [...(this.waiting.get(at) ?? [])]))) follower.told();
  }
}

const nameOf = ({ kind, key, version }: JournalStep): string => `${kind} ${version} ${key}`;

const placeOf = (kind: string, key?: string): string => (key === undefined ? kind : `${kind} ${key}`);

const placesOf = ({ kinds, key }: Omit<Follower, "told">): string[] => kinds.map((kind) => placeOf(kind, key));

const placesOfStep = ({ kind, key }: JournalStep): string[] => [placeOf(kind, key), placeOf(kind)];
