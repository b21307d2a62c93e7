/** Takes out of a proposal what leads nowhere, and what nothing leads to. */
import { SCALAR_NAMES } from "../../../../platform/connect/index.js";
import { objectAt, textAt } from "./description.js";
import type { Proposal } from "./proposal.js";

const nameIn = (type: string): string => type.replaceAll(/[[\]!]/g, "");

/** Fields of types that came to nothing go, and types that have no field left, until none is left to go. */
const leaveOutEmpty = ({ types, enums, leftOut }: Proposal): void => {
  const isThere = (name: string): boolean =>
    SCALAR_NAMES.has(name) || Object.hasOwn(types, name) || Object.hasOwn(enums, name);
  for (let changed = true; changed;) {
    changed = false;
    for (const [typeName, { fields }] of Object.entries(types)) {
      for (const [name, { type }] of Object.entries(fields)) {
        if (isThere(nameIn(type))) continue;
        delete fields[name];
        leftOut.push(`${typeName}.${name}: its schema has no one shape with known fields.`);
        changed = true;
      }
      if (Object.keys(fields).length > 0) continue;
      delete types[typeName];
      changed = true;
    }
  }
};

/** Leaves out types and enumerations to which no query leads: those of parameters that were left out, and envelopes. */
export const keepUsed = (proposal: Proposal): void => {
  leaveOutEmpty(proposal);
  const { types, enums, queries } = proposal;
  const used = new Set<string>();
  const follow = (type: string): void => {
    const name = nameIn(type);
    if (used.has(name)) return;
    used.add(name);
    for (const field of Object.values(types[name]?.fields ?? {})) follow(field.type);
  };
  for (const [name, query] of Object.entries(queries)) {
    const type = String(query["connection"] ?? query["type"]);
    if (!Object.hasOwn(types, nameIn(type))) {
      delete queries[name];
      continue;
    }
    follow(type);
    for (const given of Object.values(objectAt(query, "/arguments")))
      follow(typeof given === "string" ? given : (textAt(given, "/type") ?? ""));
  }
  for (const group of [types, enums]) for (const name of Object.keys(group)) if (!used.has(name)) delete group[name];
};
