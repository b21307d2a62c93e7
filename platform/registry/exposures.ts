/** What a change makes public that is not public now, in sentences: such a change needs the approval of others. Pure. */
import { buildSchema, isInterfaceType, isIntrospectionType, isObjectType } from "graphql";
import { carriesLists, diffPolicies, type Composition } from "../composition/index.js";
import type { PolicyTable } from "../disclosure/table/index.js";
import type { LocalDate } from "../domain/index.js";

/** What a composition tells of what is public. */
export type Published = Pick<Composition, "policy" | "publicSchema"> & Partial<Pick<Composition, "contracts">>;

const fieldsOf = (publicSchema: string): ReadonlySet<string> =>
  new Set(
    Object.values(buildSchema(publicSchema, { assumeValid: true }).getTypeMap()).flatMap((type) =>
      (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type) && !carriesLists(type.name)
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    ),
  );

/** Fields of which everybody sees nothing. */
const hidden = ({ fields }: PolicyTable): ReadonlySet<string> =>
  new Set(fields.filter(({ tier }) => !tier.includes("MASKED")).map(({ type, field }) => `${type}.${field}`));

/** Every way in which somebody may read more than now, in one order. `on` is the day of the comparison. */
export const exposures = (now: Published, next: Published, on: LocalDate): string[] => {
  const [before, after] = [fieldsOf(now.publicSchema), fieldsOf(next.publicSchema)];
  const closed = hidden(next.policy);
  const opened = [...after]
    .filter((field) => !before.has(field) && !closed.has(field))
    .map((field) => `${field} is new, and everybody reads it or its mask.`);
  const weakened = diffPolicies({
    previous: now.policy,
    next: next.policy,
    on,
    exists: (_subgraph, type, field) => after.has(`${type}.${field}`),
  })
    .filter(({ breaking, kind }) => breaking && kind !== "OVERDUE")
    .map(({ subgraph, place, text }) => `${subgraph}: ${place} ${text}.`);
  const trusted = Object.entries(next.policy.subgraphs)
    .filter(([name, { enforces }]) => enforces && now.policy.subgraphs[name]?.enforces !== true)
    .map(([name]) => `${name} is trusted to keep its closed fields itself.`);
  return [...weakened, ...opened, ...trusted].sort();
};
