/** Takes the bundles of a registry into use as they appear: polls by entity tag, refuses what is no good or older, and keeps the last good one on disk. */
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { Bundle } from "../../platform/bundle/index.js";
import { bundleSource, type ReadSource } from "./bundle-source.js";
import type { Editions } from "./editions.js";
import type { Generation } from "./generation.js";
import { createGenerations, type GenerationMaker, type Generations } from "./generations.js";
import { keptBundle, type KeptBundle } from "./kept-bundle.js";
import { editionOf, readBundle, type BundleTrust } from "./read-bundle.js";

/** How bundles are followed. */
export interface BundleOptions extends BundleTrust {
  /** `https://…`, `http://…` or `file://…`. */
  readonly url: string;
  /** File that keeps the last good one. */
  readonly file: string;
  /** Pause between two looks, in milliseconds. @default 10000 */
  readonly pollMs?: number;
}

const POLL_MS = 10_000;

/** Who is told. */
interface Telling {
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** What a look at the source came to. */
export type BundleOutcome = "taken" | "unchanged" | "refused" | "away";

/** Begins with the bundle of the source, or with the kept one; then looks again and again. Throws a sentence where neither can be used. */
export const editionsOfBundles = async (
  options: BundleOptions,
  maker: GenerationMaker,
  telling: Telling,
): Promise<Editions> => {
  const follower = new BundleFollower(options, maker, telling);
  const generations = await follower.begin();
  return { generations, reload: () => follower.reload(), stop: () => follower.stop() };
};

class BundleFollower {
  private readonly source: ReadSource;
  private readonly kept: KeptBundle;
  private generations: Generations | undefined;
  /** The bundle in use, or before the first of this process the kept one: nothing older is taken. */
  private newest: { readonly version: number; readonly signed: string } | undefined;
  /** The last one that was looked at, whatever became of it. */
  private seen: { readonly tag: string | undefined; readonly signed: string; readonly isRefused: boolean } | undefined;
  private isAway = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: BundleOptions,
    private readonly maker: GenerationMaker,
    private readonly telling: Telling,
  ) {
    this.source = bundleSource(options.url);
    this.kept = keptBundle(options.file);
  }

  async begin(): Promise<Generations> {
    const kept = await this.readKept();
    if (kept) this.newest = { version: kept.bundle.version, signed: kept.signed };
    const failure = await this.look().catch((error: unknown) => error as Error);
    if (this.generations === undefined) {
      if (!kept)
        throw new Error(`There is no bundle to serve: ${failure?.message ?? "none was found"}, and none was kept.`, {
          cause: failure,
        });
      await this.use(kept.bundle, kept.signed);
      logEvent(this.telling.log, "BUNDLE_KEPT", { version: kept.bundle.version });
    }
    this.lookLater();
    return this.generations!;
  }

  /** Looks now, also at what was refused before. */
  async reload(): Promise<Generation> {
    if (this.seen?.isRefused) this.seen = undefined;
    const failure = await this.look();
    if (failure) throw failure;
    return this.generations!.current();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private lookLater(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.look().finally(() => this.lookLater()), this.options.pollMs ?? POLL_MS);
    this.timer.unref();
  }

  /** One look after the other; gives why nothing could be taken. */
  private look(): Promise<Error | undefined> {
    const looked = this.looking.then(() => this.lookNow());
    this.looking = looked;
    return looked;
  }

  private async lookNow(): Promise<Error | undefined> {
    let found;
    try {
      found = await this.source(this.seen?.tag);
    } catch (cause) {
      if (!this.isAway) logEvent(this.telling.log, "BUNDLE_AWAY", { error: cause });
      this.isAway = true;
      this.count("away");
      return cause as Error;
    }
    this.isAway = false;
    // A gateway that ends takes nothing into use any more.
    if (this.stopped) return undefined;
    if (found !== undefined && found.signed !== this.seen?.signed) return this.take(found.signed, found.tag);
    this.count(this.seen?.isRefused ? "refused" : "unchanged");
    return undefined;
  }

  private async take(signed: string, tag: string | undefined): Promise<Error | undefined> {
    try {
      const bundle = await readBundle(signed, this.options);
      if (this.newest && bundle.version <= this.newest.version && signed !== this.newest.signed)
        throw new Error(
          `The bundle has version ${bundle.version}; version ${this.newest.version} was taken before it.`,
        );
      this.seen = { tag, signed, isRefused: false };
      if (signed === this.newest?.signed && this.generations !== undefined) return undefined;
      await this.use(bundle, signed);
      await this.kept.keep(signed).catch((error: unknown) => logEvent(this.telling.log, "BUNDLE_NOT_KEPT", { error }));
      const { number, hash } = this.generations!.current();
      logEvent(this.telling.log, "BUNDLE_TAKEN", { version: bundle.version, number, hash });
      this.count("taken");
      return undefined;
    } catch (cause) {
      this.seen = { tag, signed, isRefused: true };
      logEvent(this.telling.log, "BUNDLE_REFUSED", { error: cause });
      this.count("refused");
      return cause as Error;
    }
  }

  private async use(bundle: Bundle, signed: string): Promise<void> {
    const edition = editionOf(bundle, this.options);
    if (this.generations === undefined) this.generations = await createGenerations(edition, this.maker);
    else await this.generations.replace(edition);
    this.newest = { version: bundle.version, signed };
    this.telling.metrics.bundleVersion.set(bundle.version);
  }

  /** What is on disk is believed no more than what comes over a network. */
  private async readKept(): Promise<{ readonly bundle: Bundle; readonly signed: string } | undefined> {
    try {
      const signed = await this.kept.read();
      return signed === undefined ? undefined : { bundle: await readBundle(signed, this.options), signed };
    } catch (error) {
      logEvent(this.telling.log, "BUNDLE_REFUSED", { error });
      return undefined;
    }
  }

  private count(outcome: BundleOutcome): void {
    this.telling.metrics.bundles.inc({ outcome });
  }
}
