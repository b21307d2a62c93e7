/** The golden allotment (docs/reference/rules.md#the-golden-allotment): down to projects of Dunhua and the hall of Hunchun, and a draft beside it. */
import { DirectFlag, FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import type { SeedAllocation } from "./rows.js";
import { type Ledgers, allotmentOf, wan, BY_FACTORS, BY_PROJECT } from "./fixed-terms.js";

const COOPERATIVE = "CN-USCC-93990101NA9000019M";
const LABORATORY = "CN-USCC-91990101MA9000046A";
const SERVICE_CENTRE = { id: "CN-USCC-12990101MB90000236", division: "222404" };

/** 8000 = 3000 + (2500 + 1600 + 400) + 500, with 200 of county money beside it as a lineage of its own (万元). */
export const golden = (ledgers: Ledgers): void => {
  const { books, sources } = ledgers;
  const province = books.issue(
    allotmentOf("FP-XC", {
      allotmentNo: "吉财农指〔2026〕35号",
      fundName: "2026年中央财政常态化帮扶资金",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(8_000),
      issuedOn: "2026-01-20",
      receivedOn: "2026-01-22",
      to: "220000",
      agencyUscc: sources.financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_FACTORS,
  );
  books.passDown(province, "220100", wan(3_000), { sentOn: "2026-02-05", receivedOn: "2026-02-09" }, BY_FACTORS);
  const yanbian = books.passDown(
    province,
    "222400",
    wan(4_500),
    { sentOn: "2026-02-05", receivedOn: "2026-02-09" },
    BY_FACTORS,
  );
  const days = { sentOn: "2026-02-26", receivedOn: "2026-03-02" };
  const dunhua = books.passDown(yanbian, "222403", wan(2_500), days, BY_FACTORS);
  const hunchun = books.passDown(yanbian, "222404", wan(1_600), days, BY_FACTORS);
  goldenProjects(ledgers, dunhua);
  const hall = books.assign(hunchun, SERVICE_CENTRE, wan(600), "2026-04-01", BY_PROJECT);
  books.pay(hall, wan(450), "2026-07-06", { purpose: "村级便民服务站建设" });
  secondBatch(ledgers, yanbian);
};

/** Two projects of 222403; the first has central money and the county's own. */
const goldenProjects = ({ books, projects, sources }: Ledgers, dunhua: SeedAllocation): void => {
  const division = "222403";
  const [builder] = sources.builders;
  const greenhouses = { projectCode: "XM-222403-2026-001", division, payeeId: builder!.id };
  const survey = { projectCode: "XM-222403-2026-002", division, payeeId: LABORATORY };
  projects.add({
    ...{ ...greenhouses, contractorId: builder!.id, ownerId: COOPERATIVE, policyCode: "FP-XC" },
    name: "敦化市水稻育秧大棚建设项目",
    content: "新建育秧大棚120栋及配套设施",
    periodFrom: "2026-04-01",
    contract: wan(1_700),
    assigned: wan(1_700),
    assignedOn: "2026-03-25",
    progress: 100,
    state: FundProjectState.PUBLIC_NOTICE_GIVEN,
    beneficiaries: [420, 1_130, 96],
  });
  projects.add({
    ...{ ...survey, contractorId: LABORATORY, policyCode: "FP-XC" },
    ownerId: sources.payerOf(division, "FP-XC").id,
    name: "敦化市高标准农田土壤检测项目",
    content: "耕地质量检测与土壤改良方案",
    periodFrom: "2026-04-10",
    contract: wan(1_000),
    assigned: wan(1_000),
    assignedOn: "2026-03-20",
    progress: 80,
    state: FundProjectState.STARTED,
    beneficiaries: [260, 700, 41],
  });
  const rice = books.assign(dunhua, greenhouses, wan(1_500), "2026-03-20", BY_PROJECT);
  const soil = books.assign(dunhua, survey, wan(1_000), "2026-03-20", BY_PROJECT);
  books.pay(rice, wan(900), "2026-05-11");
  books.pay(rice, wan(600), "2026-08-03");
  books.pay(soil, wan(1_000), "2026-06-15");
  const match = books.issue(
    allotmentOf("FP-XC", {
      allotmentNo: "敦财农指〔2026〕18号",
      fundName: "2026年县级财政常态化帮扶资金",
      sourceLevel: FundLevel.COUNTY,
      direct: DirectFlag.NOT_DIRECT,
      amount: wan(200),
      issuedOn: "2026-03-10",
      receivedOn: "2026-03-10",
      from: division,
      to: division,
      agencyUscc: sources.financeOf(division),
      agencyDivision: division,
    }),
    BY_PROJECT,
  );
  books.pay(books.assign(match, greenhouses, wan(200), "2026-03-25", BY_PROJECT), wan(200), "2026-05-11");
};

/** A draft of the prefecture: it moves nothing, and few know of it. */
const secondBatch = ({ books, sources }: Ledgers, yanbian: SeedAllocation): void => {
  books.decompose(
    yanbian,
    allotmentOf("FP-XC", {
      allotmentNo: "延州财农指〔2026〕61号",
      fundName: "2026年常态化帮扶资金（第二批，草案）",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(200),
      issuedOn: "2026-09-21",
      from: "222400",
      to: "222401",
      agencyUscc: sources.financeOf("222400"),
      agencyDivision: "222400",
      state: AllotmentState.DRAFT,
    }),
    BY_FACTORS,
  );
};
