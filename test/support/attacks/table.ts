/** All attacks of our own writing. */
import { FRAGMENT_ATTACKS } from "./fragments.js";
import { NUMBER_ATTACKS } from "./numbers.js";
import { SCHEMA_ATTACKS } from "./schema-attacks.js";
import { VALUE_ATTACKS } from "./values.js";
import type { AttackTable } from "./attack.js";

/** Attacks by what they try. */
export const ATTACKS: AttackTable = { ...FRAGMENT_ATTACKS, ...NUMBER_ATTACKS, ...VALUE_ATTACKS, ...SCHEMA_ATTACKS };
