/** Fees of demonstration matters: those that a document of the State sets, with its standard; all others cost nothing (行政许可法 第五十八条). */
import type { FeeItem } from "../matter/matter.js";

const fee = (name: string, standard: string, legalBasisId: string): FeeItem => ({
  name,
  standard,
  reducible: false,
  legalBasisId,
});

/** By the name of the catalogue item. */
const FEES: Readonly<Record<string, readonly FeeItem[]>> = {
  居民身份证办理: [
    fee("居民身份证工本费（换领）", "每证20元", "FEE-ID-CARD-2003"),
    fee("居民身份证工本费（补领）", "每证40元", "FEE-ID-CARD-2003"),
  ],
  机动车驾驶证核发: [fee("机动车驾驶证工本费", "每证10元", "FEE-DRIVING-LICENCE-2004")],
  不动产首次登记: [
    fee("不动产登记费（住宅类）", "每件80元", "FEE-REAL-ESTATE-2016"),
    fee("不动产登记费（非住宅类）", "每件550元", "FEE-REAL-ESTATE-2016"),
  ],
  不动产转移登记: [
    fee("不动产登记费（住宅类）", "每件80元", "FEE-REAL-ESTATE-2016"),
    fee("不动产登记费（非住宅类）", "每件550元", "FEE-REAL-ESTATE-2016"),
  ],
  普通护照签发: [fee("普通护照工本费", "每本120元", "FEE-PASSPORT-2019")],
  采矿权登记: [fee("采矿权使用费", "每平方公里每年1000元", "MINING-REGISTRATION-2014-09")],
};

/** Fees of a matter. */
export const feesOf = (itemName: string): FeeItem[] => [...(FEES[itemName] ?? [])];
