/** Cases of the demonstration world: golden ones for the demonstration users, the rest spread as real ones are. */
import { PROVISIONAL, addDays, addWorkdays } from "../../platform/domain/index.js";
import type {
  DemonstrationCase,
  DemonstrationMatter,
  DemonstrationOrganization,
  DemonstrationPerson,
} from "../../subgraphs/demonstration.js";

/** What cases are made from. */
export interface CaseSources {
  readonly scale: "small" | "demo";
  readonly today: string;
  readonly matters: readonly DemonstrationMatter[];
  readonly persons: readonly DemonstrationPerson[];
  readonly organizations: readonly DemonstrationOrganization[];
  readonly random: () => number;
}

const APPLICABLE = new Set(["01", "05", "07", "08", "09", "10", "20"]);

const workday = (from: string, days: number): string => {
  const day = addWorkdays(from, days);
  if (day === PROVISIONAL) throw new Error(`The calendar does not reach ${days} working days after ${from}.`);
  return day;
};

/** Creates the cases; every number is used once. */
export const createCases = (sources: CaseSources): DemonstrationCase[] => {
  const { scale, today, matters, persons, organizations, random } = sources;
  const open = matters.filter(({ published, taskType }) => published && APPLICABLE.has(taskType));
  const counts = new Map<string, number>();
  const caseOf = (
    matter: DemonstrationMatter,
    applicant: Pick<DemonstrationCase, "person" | "organization">,
    facts: Pick<DemonstrationCase, "appliedOn" | "acceptedOn" | "completedOn" | "granted" | "suspendedOn">,
  ): DemonstrationCase => {
    // Of a township the number of its county: twenty digits everywhere.
    const prefix = `${matter.divisionCode.slice(0, 6)}${facts.appliedOn.replaceAll("-", "")}`;
    const number = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, number);
    return {
      caseNo: `${prefix}${String(number).padStart(6, "0")}`,
      matterId: matter.id,
      deptId: matter.deptId,
      deptUscc: matter.deptUscc,
      divisionCode: matter.divisionCode,
      taskType: matter.taskType,
      ...applicant,
      ...facts,
    };
  };
  const add = ([matter, applicant, facts]: Golden): void => void cases.push(caseOf(matter, applicant, facts));
  const cases: DemonstrationCase[] = [];
  golden(sources, open).forEach(add);
  const firms = organizations.filter(({ role }) =>
    ["enterprise", "individually-owned-business", "cooperative", "intermediary"].includes(role),
  );
  // Three of ten apply elsewhere in the prefecture, where windows serve everybody (通办).
  const strangers = persons.slice(3);
  const residents = byCounty(strangers);
  const located = byCounty(firms);
  const total = scale === "small" ? 5_000 : 50_000;
  const span = 540;
  while (cases.length < total - 1) {
    // Four of five cases fall on the matters at the front of the list.
    const matter = open[Math.floor((random() < 0.8 ? random() * 100 : random() * open.length) % open.length)]!;
    const forPerson = matter.serves.length === 1 ? matter.serves[0] === "person" : random() < 0.4;
    const applicant = forPerson
      ? { person: pick(random() < 0.7 ? localOnes(residents, matter) : strangers, random) }
      : { organization: pick(localOnes(located, matter), random) };
    const appliedOn = workday(addDays(today, -2 - Math.floor(random() ** 1.3 * span)), 1);
    if (random() < 0.03) {
      cases.push(caseOf(matter, applicant, { appliedOn }));
      continue;
    }
    const acceptedOn = random() < 0.7 ? appliedOn : workday(appliedOn, 1 + Math.floor(random() * 4));
    const completedOn = addWorkdays(acceptedOn, daysOf(matter, random));
    if (acceptedOn > today) cases.push(caseOf(matter, applicant, { appliedOn }));
    else if (completedOn === PROVISIONAL || completedOn > today || random() < 0.004)
      cases.push(
        caseOf(matter, applicant, { appliedOn, acceptedOn, ...(random() < 0.06 ? { suspendedOn: acceptedOn } : {}) }),
      );
    else cases.push(caseOf(matter, applicant, { appliedOn, acceptedOn, completedOn, granted: random() < 0.94 }));
  }
  add(slowStep(sources, open));
  return cases;
};

interface Located {
  readonly divisionCode: string;
}

/** Those of each county, and under the empty code all of them. */
const byCounty = <T extends Located>(all: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>([["", [...all]]]);
  for (const one of all) groups.set(one.divisionCode, [...(groups.get(one.divisionCode) ?? []), one]);
  return groups;
};

/** Whoever applies is of the county; to a prefecture or province from anywhere. */
const localOnes = <T>(groups: ReadonlyMap<string, readonly T[]>, { divisionCode }: Located): readonly T[] =>
  groups.get(divisionCode.slice(0, 6)) ?? groups.get("")!;

const pick = <T>(values: readonly T[], random: () => number): T => values[Math.floor(random() * values.length)]!;

/** Working days that a case takes: within the promise but for one in thirty, past what the law allows for one in two hundred. */
const daysOf = ({ promised, statutory }: DemonstrationMatter, random: () => number): number => {
  const draw = random();
  const share = random();
  if (promised.unit === "IMMEDIATE") return draw < 0.98 ? 0 : 1;
  if (draw < 0.97) return 1 + Math.floor(share * promised.amount);
  const law = Math.max(statutory.amount, promised.amount);
  return draw < 0.995 ? promised.amount + 1 + Math.floor(share * 3) : law + 1 + Math.floor(share * 10);
};

type Golden = [
  DemonstrationMatter,
  Pick<DemonstrationCase, "person" | "organization">,
  Pick<DemonstrationCase, "appliedOn" | "acceptedOn" | "completedOn" | "granted" | "suspendedOn">,
];

const matterOf = (open: readonly DemonstrationMatter[], divisionCode: string, taskName: string): DemonstrationMatter =>
  open.find((matter) => matter.divisionCode === divisionCode && matter.taskName.startsWith(taskName))!;

/** The last case: in time in all, but its review takes longer than that step may. It comes last, so that every other one stays as it is. */
const slowStep = ({ persons }: CaseSources, open: readonly DemonstrationMatter[]): Golden => [
  matterOf(open, "222401", "食品经营许可"),
  { person: persons[1]! },
  { appliedOn: "2026-09-16", acceptedOn: "2026-09-16" },
];

/** For the demonstration users: citizens, the enterprise of agent-1, the agency of officer-1, one of another county. */
const golden = ({ persons, organizations }: CaseSources, open: readonly DemonstrationMatter[]): Golden[] => {
  const person = (index: number): Pick<DemonstrationCase, "person"> => ({ person: persons[index]! });
  const enterprise = { organization: organizations.find(({ uscc }) => uscc === "91990101MA9000011P")! };
  const food = matterOf(open, "222401", "食品经营许可");
  const marriage = matterOf(open, "222401", "内地居民婚姻登记");
  return [
    // citizen-1: one completed and licensed, one suspended, one running and yellow or worse, one just filed.
    [food, person(0), { appliedOn: "2026-03-02", acceptedOn: "2026-03-02", completedOn: "2026-03-10", granted: true }],
    [food, person(0), { appliedOn: "2026-09-07", acceptedOn: "2026-09-08", suspendedOn: "2026-09-15" }],
    [food, person(0), { appliedOn: "2026-09-14", acceptedOn: "2026-09-15" }],
    [marriage, person(0), { appliedOn: "2026-09-25" }],
    // citizen-2: one with the same agency, one with another county's.
    [food, person(1), { appliedOn: "2026-09-10", acceptedOn: "2026-09-11" }],
    [
      matterOf(open, "222404", "药品零售企业经营许可"),
      person(1),
      { appliedOn: "2026-09-01", acceptedOn: "2026-09-01" },
    ],
    // agent-1's enterprise: one granted, one refused, one far past both limits.
    [food, enterprise, { appliedOn: "2026-05-18", acceptedOn: "2026-05-18", completedOn: "2026-05-28", granted: true }],
    [
      food,
      enterprise,
      { appliedOn: "2026-06-15", acceptedOn: "2026-06-16", completedOn: "2026-06-25", granted: false },
    ],
    [food, enterprise, { appliedOn: "2026-05-06", acceptedOn: "2026-05-06" }],
  ];
};
