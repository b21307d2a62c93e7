/** What a noun declares of its notices: who is told of the steps of a record, and what they have to do in which state. */
import type { Knex } from "knex";
import type { Whose } from "../disclosure/admission/index.js";
import type { LocalDate } from "../domain/index.js";
import type { Actor, StateTerm } from "../machine/index.js";

/** By when something is to be done, for a record that the viewer may know of; undefined where no limit runs. */
export type DueOn<Services> = (key: string, services: Services, today: LocalDate) => Promise<LocalDate | undefined>;

/** One side of a record. */
export interface Addressee<Services> {
  /** The part in which this side acts: what it did itself is no news to it. */
  readonly part: Actor;
  /** Whose record it is, for this side. */
  readonly whose: Whose<string>;
  /** States in which something is for this side to do, each with how its limit is found. */
  readonly duties: Readonly<Record<string, DueOn<Services>>>;
  /** An office is told of what it has to do; a party of all that happens. @default false */
  readonly isOffice?: boolean;
}

/** A kind of record whose steps are told of. What is told follows from the journal and the row; nothing is stored for it. */
export interface ToldRecord<Services> {
  /** How it is written (`Written` of platform/write), as far as notices read it. */
  readonly written: {
    readonly kind: string;
    readonly table: string;
    readonly key: string;
    readonly machine: { readonly title: string; readonly states: Readonly<Record<string, StateTerm>> };
    readonly whose: Whose<string>;
    readonly stateOf?: unknown;
  };
  /** Rows with all columns that the declarations read. @default those of the table */
  readonly rows?: (db: Knex) => Knex.QueryBuilder;
  readonly addressees: readonly Addressee<Services>[];
}

/** Of a duty without a limit. */
export const noLimit = async (): Promise<undefined> => undefined;
