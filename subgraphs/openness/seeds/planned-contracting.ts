/** Contracting processes with a known course, by which tests and pages are written: one is not yet published, of one the award is not. */
import type { NewOf } from "../../../platform/database/index.js";
import {
  ContractingKind,
  ContractingMethod,
  PartnershipStage,
} from "../contracting-process/contracting-process.enums.js";
import type { CONTRACTING_PROCESSES } from "../contracting-process/contracting-process.rows.js";

type ProcessRecord = NewOf<typeof CONTRACTING_PROCESSES>;

/** An award with its contract and payments. */
export interface PlannedAward {
  /** @default the golden firm */
  readonly supplierName?: string;
  /** In fen, as all amounts. */
  readonly amount: bigint;
  readonly bidders: number;
  readonly days: readonly [awarded: string, published?: string];
  readonly contract?: {
    readonly amount: bigint;
    readonly days: readonly [signed: string, starts: string, ends: string, published: string];
    readonly payments?: readonly (readonly [amount: bigint, paidOn: string])[];
  };
}

/** A process; what is not said is not there. */
export interface PlannedContracting
  extends
    Pick<ProcessRecord, "id" | "kind" | "title" | "plannedOn">,
    Partial<Omit<ProcessRecord, "buyerId" | "buyerUscc" | "divisionCode">> {
  readonly id: string;
  readonly kind: ContractingKind;
  readonly title: string;
  readonly plannedOn: string;
  readonly awards?: readonly PlannedAward[];
}

/** All of them. */
export const PLANNED_CONTRACTING: readonly PlannedContracting[] = [
  {
    ...{ id: "ZY222401-2025-001", kind: ContractingKind.RESOURCE_TRADE, title: "延吉市农贸市场快检室改造工程" },
    ...{ description: "四处农贸市场食品快速检测室改造。", budget: 120_000_000n, plannedOn: "2025-03-03" },
    ...{ method: ContractingMethod.OPEN, methodDetails: "公开招标", tenderedOn: "2025-04-01", closesOn: "2025-04-22" },
    ...{ tenderAmount: 118_000_000n, publishedOn: "2025-03-10" },
    awards: [
      {
        ...{ amount: 110_500_001n, bidders: 5, days: ["2025-04-28", "2025-04-29"] },
        contract: {
          ...{ amount: 110_500_001n, days: ["2025-05-12", "2025-05-15", "2025-12-31", "2025-05-14"] },
          payments: [
            [33_150_000n, "2025-05-20"],
            [44_200_000n, "2025-09-15"],
            [33_150_001n, "2026-01-12"],
          ],
        },
      },
      {
        ...{ supplierName: "吉林某建设监理有限公司（演示）", amount: 2_300_000n, bidders: 3 },
        ...{ days: ["2025-04-28", "2025-04-29"] },
        contract: { amount: 2_300_000n, days: ["2025-05-13", "2025-05-15", "2025-12-31", "2025-05-14"] },
      },
    ],
  },
  {
    ...{ id: "ZY222401-2026-001", kind: ContractingKind.RESOURCE_TRADE, title: "罚没物资网络拍卖" },
    ...{ plannedOn: "2026-08-03", method: ContractingMethod.OPEN, methodDetails: "网络拍卖" },
    ...{ tenderedOn: "2026-09-21", closesOn: "2026-10-12", tenderAmount: 4_560_000n, publishedOn: "2026-08-10" },
  },
  {
    ...{ id: "GM222401-2026-001", kind: ContractingKind.SERVICE_PURCHASE, title: "2026年食品安全抽样检验服务" },
    ...{ description: "抽样检验1200批次。", budget: 96_000_000n, plannedOn: "2026-02-02" },
    ...{ method: ContractingMethod.LIMITED, methodDetails: "竞争性磋商" },
    ...{ tenderedOn: "2026-02-24", closesOn: "2026-03-09", tenderAmount: 96_000_000n, publishedOn: "2026-02-04" },
    awards: [{ amount: 94_999_999n, bidders: 3, days: ["2026-03-16", "2026-03-17"] }],
  },
  {
    // The award is not yet published.
    ...{ id: "GM222401-2026-002", kind: ContractingKind.SERVICE_PURCHASE, title: "特种设备风险评估服务" },
    ...{ budget: 40_000_000n, plannedOn: "2026-08-17", method: ContractingMethod.DIRECT, methodDetails: "单一来源" },
    ...{ tenderedOn: "2026-09-07", closesOn: "2026-09-14", tenderAmount: 40_000_000n, publishedOn: "2026-08-24" },
    awards: [{ amount: 39_800_000n, bidders: 1, days: ["2026-09-25"] }],
  },
  {
    ...{ id: "PPP222401-2024-001", kind: ContractingKind.PARTNERSHIP, title: "延吉市检验检测认证公共服务园区" },
    ...{ budget: 2_350_000_000n, plannedOn: "2024-01-15", partnershipStage: PartnershipStage.EXECUTION },
    ...{ valueForMoney: "通过物有所值评价", affordability: "年度支出责任占一般公共预算支出0.6%" },
    ...{ method: ContractingMethod.OPEN, methodDetails: "公开招标", tenderedOn: "2024-05-13", closesOn: "2024-06-12" },
    ...{ tenderAmount: 2_350_000_000n, publishedOn: "2024-01-22" },
    awards: [
      {
        ...{ supplierName: "延边某检测产业投资有限公司（演示）", amount: 2_299_999_900n, bidders: 4 },
        ...{ days: ["2024-06-24", "2024-06-25"] },
        contract: {
          ...{ amount: 2_299_999_900n, days: ["2024-08-05", "2024-09-02", "2039-09-01", "2024-08-06"] },
          payments: [[76_666_663n, "2025-12-15"]],
        },
      },
    ],
  },
  {
    ...{ id: "PPP222401-2026-001", kind: ContractingKind.PARTNERSHIP, title: "延吉市智慧计量中心" },
    ...{ plannedOn: "2026-06-01", partnershipStage: PartnershipStage.IDENTIFICATION, publishedOn: "2026-06-15" },
  },
  {
    // Not yet published.
    ...{ id: "GM222401-2026-003", kind: ContractingKind.SERVICE_PURCHASE, title: "投诉举报热线服务外包" },
    ...{ budget: 15_000_000n, plannedOn: "2026-09-21" },
  },
];
