/** The way of one indicator as nodes and links: each step one column further, so that no money flows in a circle. */
import { addMoney, type Money } from "@govgraph/client";
import type { AllotmentFlowQuery } from "../gql/graphql.js";

/** An indicator as its page asks for it. */
export type Allotment = NonNullable<AllotmentFlowQuery["budgetAllotment"]>;
type Allocation = NonNullable<Allotment["downstream"]["nodes"][number]>;

/** Whoever gets money, or gives it. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly kind: "division" | "organization" | "project" | "village";
  /** Of an organisation. */
  readonly uscc?: string;
}

/** Money from one to another; several allocations between two are one step. */
export interface Step {
  readonly from: Place;
  readonly to: Place;
  readonly depth: number;
  readonly amount: Money;
  readonly paid: Money;
  readonly balance: Money;
}

const recipientOf = ({ recipient }: Allocation, depth: number): Place => {
  switch (recipient?.__typename) {
    case "Division":
      return { key: `${depth}:${recipient.code}`, name: recipient.divisionName ?? recipient.code, kind: "division" };
    case "Organization":
      return {
        key: `${depth}:${recipient.id}`,
        name: recipient.organizationName ?? recipient.id,
        kind: "organization",
        ...(recipient.uscc ? { uscc: recipient.uscc } : {}),
      };
    case "FundProject":
      return {
        key: `${depth}:${recipient.projectCode}`,
        name: recipient.projectName,
        kind: "project",
      };
    default:
      return { key: `${depth}:unknown`, name: "?", kind: "organization" };
  }
};

/** The village, or at least the township, that a project is in; nothing where that is told of the county alone. */
const villageOf = ({ recipient }: Allocation, depth: number): Place | undefined => {
  if (recipient?.__typename !== "FundProject" || !recipient.site) return undefined;
  const { villageCode, site } = recipient;
  if (!villageCode && site.level !== "TOWNSHIP") return undefined;
  const name = [site.name, villageCode].filter(Boolean).join(" ");
  return { key: `${depth}:${villageCode ?? site.code}`, name, kind: "village" };
};

/** The first two places: who gave the indicator (the centre, where no division did), and who got it. */
const beginningOf = ({ fromDivision, toDivision, toUnit }: Allotment, centre: string): readonly [Place, Place] => [
  { key: "giver", name: fromDivision?.name ?? centre, kind: "division" },
  { key: "0", name: toUnit?.name ?? toDivision?.name ?? "?", kind: toUnit ? "organization" : "division" },
];

const merged = (steps: readonly Step[]): readonly Step[] => [
  ...steps
    .reduce((known, step) => {
      const key = `${step.from.key} ${step.to.key}`;
      const before = known.get(key);
      return known.set(
        key,
        before === undefined
          ? step
          : {
              ...step,
              amount: addMoney(before.amount, step.amount),
              paid: addMoney(before.paid, step.paid),
              balance: addMoney(before.balance, step.balance),
            },
      );
    }, new Map<string, Step>())
    .values(),
];

/** The steps of an indicator, the first ones first. `centre` is what the giver above all divisions is called. */
export const flowOf = (allotment: Allotment, centre: string): readonly Step[] => {
  const allocations = allotment.downstream.nodes.flatMap((each) => (each ? [each] : []));
  const byId = new Map(allocations.map((each) => [each.id, each]));
  const depthOf = ({ parent }: Allocation): number => {
    const above = parent && byId.get(parent.id);
    return above ? depthOf(above) + 1 : 1;
  };
  const [giver, first] = beginningOf(allotment, centre);
  const { amount, reconciliation } = allotment;
  const given = {
    from: giver,
    to: first,
    depth: 0,
    amount,
    paid: reconciliation.paid,
    balance: reconciliation.balance,
  };
  const steps = allocations.flatMap((each): Step[] => {
    const depth = depthOf(each);
    const above = each.parent && byId.get(each.parent.id);
    const sums = { amount: each.amount, paid: each.paid, balance: each.balance };
    const to = recipientOf(each, depth);
    const village = villageOf(each, depth + 1);
    return [
      { from: above ? recipientOf(above, depth - 1) : first, to, depth, ...sums },
      ...(village ? [{ from: to, to: village, depth: depth + 1, ...sums }] : []),
    ];
  });
  return merged([given, ...steps]).toSorted((one, other) => one.depth - other.depth);
};
