/** Materials of demonstration matters: what fits whoever applies, and what the matter itself needs. */
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "../matter/material.enums.js";
import type { Material, MaterialCommitment } from "../matter/matter.js";
import { formOf } from "./particulars.js";

/** Beside form and identity, by the name of the catalogue item; what the applicant has. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  食品生产许可: ["食品生产设备布局图和工艺流程图", "食品安全管理制度目录"],
  企业设立登记: ["公司章程", "住所使用证明"],
  个体工商户设立登记: ["经营场所使用证明"],
  农民专业合作社设立登记: ["设立大会纪要", "成员名册"],
  建筑工程施工许可证核发: ["施工合同", "建设资金落实承诺书"],
  公共场所卫生许可: ["公共场所平面图和卫生设施平面布局图"],
  医疗机构执业登记: ["医疗机构用房产权证明或者使用证明", "医疗机构规章制度"],
  最低生活保障对象认定及资金给付: ["家庭经济状况核对授权书"],
  特困人员供养: ["家庭经济状况核对授权书"],
  临时救助金给付: ["遭遇困难的说明"],
  残疾人两项补贴给付: ["银行账户"],
  高龄津贴给付: ["银行账户"],
  内地居民婚姻登记: ["本人无配偶以及与对方当事人没有直系血亲和三代以内旁系血亲关系的签字声明"],
  不动产首次登记: ["权籍调查成果"],
  不动产转移登记: ["买卖、继承、赠与等权利转移的材料"],
  户口迁移登记: ["落户地址的合法稳定住所证明"],
  住房公积金提取: ["提取原因的材料"],
  住房公积金个人住房贷款: ["购房合同", "首付款凭证"],
  法律援助: ["经济困难情况说明"],
};

/** Documents of persons that departments issued, by the name of the item. */
const ISSUED: Readonly<Record<string, readonly (readonly [name: string, licenceType: string])[]>> = {
  最低生活保障对象认定及资金给付: [["居民户口簿", "HOUSEHOLD_REGISTER"]],
  残疾人两项补贴给付: [["残疾人证", "DISABILITY_CERTIFICATE"]],
  户口迁移登记: [["居民户口簿", "HOUSEHOLD_REGISTER"]],
  户口登记项目变更: [["居民户口簿", "HOUSEHOLD_REGISTER"]],
  不动产转移登记: [["不动产权证书", "REAL_ESTATE_CERTIFICATE"]],
};

/** What departments take a commitment for, by the name of the material. */
const COMMITTED: Readonly<Record<string, MaterialCommitment>> = Object.fromEntries(
  ["住所使用证明", "经营场所使用证明"].map((name) => [
    name,
    {
      text: `本人已知晓${name}的证明内容和要求，承诺已依法取得该场所的使用权，可以用作登记的住所；承诺不实的，愿意承担登记被撤销、记入信用记录的后果。`,
      verifyWithinDays: 60,
    },
  ]),
);

/** Items by which a business comes into being: it has no licence yet. */
const COMES_INTO_BEING = /设立登记$|^民办学校设立审批$/;

const issued = (name: string, licenceType: string, situationIds: readonly string[]): Material => ({
  name,
  licenceType,
  type: MaterialType.COPY,
  format: MaterialFormat.ELECTRONIC,
  need: MaterialNeed.REQUIRED,
  source: MaterialSource.GOVERNMENT,
  copies: 1,
  situationIds: [...situationIds],
});

const own = (name: string, situationIds: readonly string[] = []): Material => ({
  name,
  need: MaterialNeed.REQUIRED,
  source: MaterialSource.APPLICANT,
  copies: 1,
  situationIds: [...situationIds],
});

const withCommitment = (material: Material): Material => {
  const commitment = COMMITTED[material.name];
  return commitment === undefined ? material : { ...material, commitment };
};

/** Who the applicant is: the card of a person, the licence of a business that there is. */
const identityOf = (matter: DemonstrationMatter, situationIds: readonly string[]): Material => {
  const person = !matter.serves.includes("enterprise") || COMES_INTO_BEING.test(matter.itemName);
  return person ? issued("居民身份证", "ID_CARD", situationIds) : issued("营业执照", "BUSINESS_LICENCE", situationIds);
};

/** The intermediary service whose report a matter needs. */
export type RequiredService = Pick<
  DemonstrationWorld["intermediaryServices"][number],
  "code" | "resultName" | "legalBasisId"
>;

/** Situations of a matter as its applicant chooses among them; a change has an id of its own, because it needs other materials. */
export const situationsOf = ({ situations }: DemonstrationMatter): { id: string; name: string }[] =>
  situations.map((name, index) => ({ id: name === "变更" ? "CHANGE" : index === 0 ? "NEW" : `S${index + 1}`, name }));

/** Materials of a matter. `service` is the intermediary service whose report it needs; a handling item has one situation, its own. */
export const materialsOf = (matter: DemonstrationMatter, service: RequiredService | undefined): Material[] => {
  const { itemName } = matter;
  const whole = matter.handlingItem === undefined;
  const ids = whole ? situationsOf(matter).map(({ id }) => id) : [];
  const changes = ids.includes("CHANGE");
  // All that is not a change; where nothing can change, all.
  const fresh = changes ? ids.filter((id) => id !== "CHANGE") : [];
  return [
    {
      ...own(`${itemName}申请表`),
      type: MaterialType.ORIGINAL,
      format: MaterialFormat.BOTH,
      ...formOf(matter),
      spec: "A4",
    },
    identityOf(matter, fresh),
    ...(ISSUED[itemName] ?? []).map(([name, licenceType]) => issued(name, licenceType, [])),
    ...(OWN[itemName] ?? []).map((name) => withCommitment(own(name))),
    ...(changes ? [own("变更证明材料", ["CHANGE"])] : []),
    ...(service
      ? [
          {
            ...own(service.resultName, fresh),
            source: MaterialSource.OTHER,
            intermediaryServiceCode: service.code,
            legalBasisId: service.legalBasisId,
          },
        ]
      : []),
  ];
};
