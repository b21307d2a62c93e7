/** Violations of the demonstration with the range that the article allows, in yuan: those that its penalties name, in their words. */

/** A violation that a kind of bureau punishes. */
export interface FinedViolation {
  /** Word in the name of the bureau. */
  readonly bureau: string;
  readonly violation: string;
  readonly basisId: string;
  readonly fine: readonly [from: number, to: number];
}

const market = { bureau: "市场监督管理" } as const;

/** In the order of their codes. The advertising of services has no benchmark yet, so that there is something to find. */
export const FINED_VIOLATIONS: readonly FinedViolation[] = [
  {
    ...{ ...market, violation: "生产经营标签不符合规定的预包装食品" },
    ...{ basisId: "FOOD-SAFETY-2015-125", fine: [5_000, 50_000] },
  },
  {
    ...{ ...market, violation: "采购、使用不符合食品安全标准的食品原料，情节严重" },
    ...{ basisId: "FOOD-SAFETY-2015-125", fine: [50_000, 200_000] },
  },
  {
    ...{ ...market, violation: "使用未经检验的特种设备" },
    ...{ basisId: "SPECIAL-EQUIPMENT-2013-84", fine: [30_000, 300_000] },
  },
  {
    ...{ bureau: "应急管理", violation: "未按照规定对从业人员进行安全生产教育和培训" },
    ...{ basisId: "WORK-SAFETY-2021-97", fine: [0, 100_000] },
  },
  {
    ...{ bureau: "水利", violation: "未经批准擅自取水" },
    ...{ basisId: "WATER-2002-69", fine: [20_000, 100_000] },
  },
];
