/** The parts that persons and offices play, as an enumeration of the graph. */
import { describeEnum } from "../../graphql/enum.js";
import { ACTORS, type Actor } from "../../machine/index.js";

/** A part that somebody plays in a procedure. */
export type ActorPart = Actor;

/** The parts by their names. */
export const ActorPart = Object.fromEntries(Object.keys(ACTORS).map((name) => [name, name])) as { [A in Actor]: A };

describeEnum(
  ActorPart,
  "ActorPart",
  "A part that somebody plays in a procedure (程序角色).",
  Object.fromEntries(
    Object.entries(ACTORS).map(([name, { en, zh }]) => [name, `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh}).`]),
  ) as Record<Actor, string>,
);
