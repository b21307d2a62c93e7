/** What is in force of a kind of the law's data that is kept by id and day: what ships, and what was loaded since, each version for what begins from its day on. */
import type { LocalDate } from "../local-date.js";
import { inOrderOfDay, LawFileRefused } from "./law-file.js";

/** An entry; a later version of it has its id and a later day. */
export interface Versioned {
  readonly id: string;
  /** First day on which it counts. */
  readonly validFrom: LocalDate;
}

/** A file of them. */
export interface VersionedFile<Entry extends Versioned> {
  /** Day that it says it is of. */
  readonly edition: LocalDate;
  readonly entries: readonly Entry[];
}

/** What is in force of one kind. */
export interface Versions<Entry extends Versioned> {
  /** Day that the file says it is of which ships. */
  readonly shippedEdition: LocalDate;
  /** Another number is another law, for whoever keeps what was computed from it. */
  edition(): number;
  /**
   * Puts entries into force beside the shipped ones, without any the shipped ones alone; of one id and day that of the newer file holds.
   * Throws LawFileRefused with all faults, and changes nothing.
   */
  use(loaded?: VersionedFile<Entry>, name?: string): void;
  /** All versions of all entries, in the order of the file, what was loaded since at the end. */
  all(): readonly Entry[];
  /** Versions of one, the one that came into force last in front. */
  of(id: string): readonly Entry[];
  /** The version that is in force on a day; undefined where none is, or none yet. */
  inForce(id: string, on: LocalDate): Entry | undefined;
  /** The version for what begins on a day, the first one for what began before it; without a day the newest. Undefined where there is none. */
  find(id: string, on?: LocalDate): Entry | undefined;
}

const versionOf = ({ id, validFrom }: Versioned): string => `${id} ${validFrom}`;

const byId = <Entry extends Versioned>(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const versions = new Map(entries.map((entry) => [versionOf(entry), entry]));
  const sorted = [...versions.values()].sort((left, right) => (left.validFrom > right.validFrom ? -1 : 1));
  const found = new Map<string, Entry[]>();
  for (const entry of sorted) found.set(entry.id, [...(found.get(entry.id) ?? []), entry]);
  return found;
};

/** Keeps a kind. `faultsOf` says what of a loaded file contradicts the shipped entries. */
export const createVersions = <Entry extends Versioned>(
  shipped: VersionedFile<Entry>,
  faultsOf: (loaded: readonly Entry[], shipped: readonly Entry[]) => readonly string[] = () => [],
): Versions<Entry> => {
  const places = new Map(shipped.entries.map((entry, place) => [versionOf(entry), place]));
  const placeOf = (entry: Entry): number => places.get(versionOf(entry)) ?? shipped.entries.length;
  const inOrder = (known: typeof versions): readonly Entry[] =>
    [...known.values()].flat().sort((left, right) => placeOf(left) - placeOf(right));
  let versions = byId(shipped.entries);
  let all = inOrder(versions);
  let edition = 0;
  const of = (id: string): readonly Entry[] => versions.get(id) ?? [];
  const inForce = (id: string, on: LocalDate): Entry | undefined => of(id).find(({ validFrom }) => validFrom <= on);
  return {
    shippedEdition: shipped.edition,
    edition: () => edition,
    use(loaded, name = "The file") {
      const faults = faultsOf(loaded?.entries ?? [], shipped.entries);
      if (faults.length > 0) throw new LawFileRefused(name, faults);
      versions = byId(inOrderOfDay(shipped, loaded ? [loaded] : []).flatMap(({ entries }) => entries));
      all = inOrder(versions);
      edition += 1;
    },
    all: () => all,
    of,
    inForce,
    find: (id, on) => (on === undefined ? of(id)[0] : (inForce(id, on) ?? of(id).at(-1))),
  };
};
