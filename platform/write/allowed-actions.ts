/** What a viewer may do with a record now, for buttons: guards look at what an input could make true. Pure. */
import type { Owned, Reader } from "../disclosure/admission/index.js";
import { allowedEvents } from "../machine/index.js";
import { actingParts } from "./acting.js";
import type { Written } from "./written.js";

/** A record as it stands. */
export interface Standing<State extends string, Facts, Column extends string> {
  /** The columns that say who plays which part. */
  readonly row: Owned<Column>;
  readonly state: State;
  /** What would be true of it once the event has happened. */
  readonly facts: Facts;
}

/** Events that the viewer may bring about, in any of the parts that the viewer plays. */
export const openEvents = <State extends string, Event extends string, Facts, Column extends string>(
  { machine, parts }: Pick<Written<State, Event, Facts, Column>, "machine" | "parts">,
  reader: Reader<Column>,
  { row, state, facts }: Standing<State, Facts, Column>,
): Event[] => actingParts(parts, reader, row).flatMap((actor) => allowedEvents(machine, { state, actor, facts }));

/** Those of an enumeration that are among the events, in its order: events that are no verbs are left out. */
export const actionsAmong = <Action extends string>(
  actions: Readonly<Record<string, Action>>,
  events: readonly string[],
): Action[] => Object.values(actions).filter((action) => events.includes(action));

/** The actions that are open to the viewer, in the order of the enumeration. */
export const allowedActions = <
  Action extends string,
  State extends string,
  Event extends string,
  Facts,
  Column extends string,
>(
  actions: Readonly<Record<string, Action>>,
  written: Pick<Written<State, Event, Facts, Column>, "machine" | "parts">,
  reader: Reader<Column>,
  standing: Standing<State, Facts, Column>,
): Action[] => actionsAmong(actions, openEvents(written, reader, standing));
