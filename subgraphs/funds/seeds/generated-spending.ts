/** Spends what a county got: households by batch, bodies by subsidy, projects by progress. */
import { addDays, type Fen } from "../../../platform/domain/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import type { SeedRecipient } from "./book-terms.js";
import { BY_PROJECT } from "./fixed-terms.js";
import { RURAL_INFRASTRUCTURE, share, type CountyPlan, type Draw, type Issue } from "./generated-draw.js";
import { POLICIES } from "./policies.js";
import type { SeedAllocation } from "./rows.js";
import { villagesOf } from "./villages.js";

/** Pays the batches; one line in twenty-five comes back and is paid again. */
export const spendOnHouseholds = (draw: Draw, county: SeedAllocation, plan: CountyPlan, receivedOn: string): void => {
  for (const [month, batch] of plan.batches.entries()) {
    const publicityFrom = workdayFrom(addDays(receivedOn, 3 + 12 * month));
    const paid = draw.batches.payOut(draw.books, county, { ...batch, publicityFrom });
    if (draw.number(0, 24) > 0) continue;
    const returnedOn = workdayFrom(addDays(publicityFrom, 30));
    draw.batches.returnLine(draw.books, county, paid, 0, { returnedOn, repaidOn: workdayAfter(returnedOn, 5) });
  }
};

/** Projects under the assistance fund, bodies of the county under the others; one payment in twenty comes back from the bank and is made again. */
export const spendOnBodies = (
  draw: Draw,
  { policyCode, functionCode, year }: Issue,
  county: SeedAllocation,
  { plan, receivedOn }: { readonly plan: CountyPlan; readonly receivedOn: string },
): void => {
  const assignedOn = workdayFrom(addDays(receivedOn, draw.number(15, 25)));
  const bodies = draw.sources.tradersOf(county.division, POLICIES[policyCode]!.receivers!.trades);
  for (const portion of plan.portions) {
    // A year that is closed is paid; of one that runs subsidies are, and projects as far as they are built.
    const percent = policyCode === "FP-XC" && year === 2026 ? draw.number(30, 90) : 100;
    const recipient =
      policyCode === "FP-XC"
        ? addProject(draw, county.division, { portion, assignedOn, year, percent, functionCode })
        : bodyOf(bodies[draw.number(0, bodies.length - 1)]!);
    const assigned = draw.books.assign(county, recipient, portion, assignedOn, BY_PROJECT);
    const paid = share(portion, percent);
    const paidOn = workdayFrom(addDays(assignedOn, draw.number(10, 30)));
    const paymentNo = draw.books.pay(assigned, paid, paidOn);
    if (draw.number(0, 19) > 0) continue;
    draw.books.returnPayment(assigned, paymentNo, paid, workdayAfter(paidOn, 2));
    draw.books.pay(assigned, paid, workdayAfter(paidOn, 6));
  }
};

const bodyOf = ({ id, divisionCode }: { readonly id: string; readonly divisionCode: string }): SeedRecipient => ({
  id,
  division: divisionCode,
});

const addProject = (
  draw: Draw,
  division: string,
  terms: {
    readonly portion: Fen;
    readonly assignedOn: string;
    readonly year: number;
    readonly percent: number;
    readonly functionCode: string;
  },
): SeedRecipient => {
  const { portion, assignedOn, year, percent } = terms;
  const number = draw.projects.projects.length + 1;
  const projectCode = `XM-${division}-${year}-${String(number).padStart(3, "0")}`;
  const villages = villagesOf(division);
  const village = villages[draw.number(0, villages.length - 1)]!;
  const households = draw.number(15, 400);
  const contractorId = draw.sources.builders[draw.number(0, draw.sources.builders.length - 1)]!.id;
  const infrastructure = terms.functionCode === RURAL_INFRASTRUCTURE;
  const works = infrastructure ? INFRASTRUCTURE : INDUSTRY;
  const work = works[number % works.length]!;
  draw.projects.add({
    ...{ projectCode, village, contractorId, policyCode: "FP-XC", assigned: portion, assignedOn },
    division: village.slice(0, 9),
    name: `${work}项目（演示${number}）`,
    category: infrastructure ? FundProjectCategory.INFRASTRUCTURE : FundProjectCategory.INDUSTRY,
    content: `建设${work}一处及配套设施`,
    periodFrom: addDays(assignedOn, 7),
    ownerId: draw.sources.payerOf(division, "FP-XC").id,
    contract: portion,
    // Paid by progress: a part in advance at the beginning, a part kept back to the end.
    ...(year === 2025
      ? { progress: 100, state: number % 2 === 0 ? FundProjectState.EVALUATED : FundProjectState.ARCHIVED }
      : { progress: Math.min(95, percent + draw.number(-15, 10)), state: FundProjectState.STARTED }),
    beneficiaries: [households, households * 3, Math.floor(households / 4)],
  });
  return { projectCode, division, payeeId: contractorId };
};

const INDUSTRY = ["黄牛养殖小区", "木耳菌包厂", "人参初加工车间", "民宿改造", "冷链仓储", "苹果梨储藏窖"];
const INFRASTRUCTURE = ["村组道路硬化", "水渠衬砌", "农村供水管网改造"];
