/** A project like most: bidders, way of selection, spans and owner are drawn. */
import type { DemonstrationCase, DemonstrationMatter, DemonstrationOrganization } from "../../demonstration.js";
import { FundSource, Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import type { SeededIntermediary } from "./cast.js";
import { ORDINARY, type PlannedProject } from "./project-plan.js";

const SELECTIONS = [
  Selection.BID_PRICE,
  Selection.LOTTERY,
  Selection.AVERAGE,
  Selection.BEST_VALUE,
  Selection.DIRECT,
] as const;

/** A place where a service is commissioned: who approves there, and the cases of enterprises that need it. */
export interface Site {
  readonly matter: DemonstrationMatter;
  readonly cases: readonly DemonstrationCase[];
}

/** Draws the project; a report belongs to an application that came after it was ordered. */
export const ordinaryProject = (options: {
  readonly number: number;
  readonly code: string;
  readonly serviceName: string;
  readonly site: Site;
  readonly able: readonly SeededIntermediary[];
  readonly state: MarketState;
  readonly registeredOn: string;
  readonly finished: boolean;
  readonly firm: DemonstrationOrganization;
  /** True where the department commissions, and pays. */
  readonly department: boolean;
  readonly departmentName: (id: string) => string;
  readonly random: () => number;
}): PlannedProject => {
  const { number, code, site, able, registeredOn, random, firm } = options;
  const { matter } = site;
  const candidates = sample(able, 3 + Math.floor(random() * 3), random);
  const wanted = SELECTIONS[number % SELECTIONS.length]!;
  const failed = options.state === MarketState.FAILED;
  const open = candidates.length >= 3 && !(failed && wanted === Selection.DIRECT);
  const selection = failed && !open ? Selection.BID_PRICE : open ? wanted : Selection.DIRECT;
  const bidders = failed
    ? candidates.slice(0, 2)
    : selection === Selection.DIRECT
      ? candidates.slice(0, 1)
      : candidates;
  // A report belongs to an application that came after it was ordered.
  const linked = options.department
    ? undefined
    : site.cases.find(({ appliedOn }) => appliedOn >= registeredOn && random() < 0.5);
  const client = linked?.organization ?? firm;
  const owner = options.department
    ? { id: matter.deptId, uscc: matter.deptUscc, name: options.departmentName(matter.deptId), isPublic: true }
    : { id: client.id, uscc: client.uscc!, name: client.name, isPublic: false };
  return {
    projectNo: `XM${matter.divisionCode}${registeredOn.replaceAll("-", "")}${String(number).padStart(5, "0")}`,
    name: `${owner.name.replace(/（演示\d*）$/, "")}${options.serviceName}采购（演示${number}）`,
    serviceCode: code,
    owner: { id: owner.id, uscc: owner.uscc, isPublic: owner.isPublic },
    departmentUscc: linked?.deptUscc ?? matter.deptUscc,
    divisionCode: matter.divisionCode,
    fundSource: options.department ? FundSource.FISCAL : FundSource.SOCIAL,
    selection,
    ceilingFen: 3_000_000n,
    state: options.state,
    ...(failed ? { stateReason: "报价机构不足三家" } : {}),
    registeredOn,
    spans: options.finished
      ? {
          ...ORDINARY,
          close: 3 + Math.floor(random() * 4),
          sign: 2 + Math.floor(random() * 8),
          work: 5 + Math.floor(random() * 20),
          evaluate: 1 + Math.floor(random() * 10),
        }
      : ORDINARY,
    bids: bidders.map(({ organization, uscc }) => ({
      intermediaryId: organization.id,
      firmUscc: uscc,
      priceFen: BigInt(100_000 + Math.floor(random() * 2_000_000)),
    })),
    ...(linked ? { linkedCaseNo: linked.caseNo } : {}),
    sourceValue: Array.from({ length: 6 }, () => String(1 + Math.floor(random() * 33)).padStart(2, "0")).join(" "),
    sourceReference: `第${registeredOn.slice(0, 4)}${String(1 + (number % 150)).padStart(3, "0")}期`,
    preferred: bidders[Math.floor(random() * bidders.length)]!.organization.id,
    stars: Array.from({ length: 5 }, () => 3 + Math.floor(random() * 3)),
  };
};

/** Some of the values, each at most once. */
const sample = <T>(values: readonly T[], count: number, random: () => number): T[] => {
  const left = [...values];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
};
