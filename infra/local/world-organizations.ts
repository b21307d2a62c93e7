/** Organisations of the demonstration: the golden ones, governments with their bureaus, enterprises, and public institutions. */
import { usccFromParts } from "../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../subgraphs/demonstration.js";
import { BUREAUS, HOUSING_FUND, LATER_BUREAUS, bodyNameOf, townshipOfficeOf, type NamedDivision } from "./bureaus.js";
import { COUNTIES } from "./catalogue.js";
import { legalRepNameOf } from "./legal-representatives.js";
import { createPublicInstitutions } from "./public-institutions.js";
import { townshipsOf } from "./townships.js";

type NewOrganization = Omit<DemonstrationOrganization, "id" | "legalRepName">;

/** Codes that belong to nobody, in every scale (docs/reference/identifiers.md#numbers-that-belong-to-nobody): officers and agents of the demonstration stand for them. */
const GOLDEN: readonly NewOrganization[] = [
  { uscc: "11990101MB9000015E", name: "延吉市市场监督管理局（演示）", role: "agency", divisionCode: "222401" },
  { uscc: "12990101MB90000236", name: "珲春市政务服务中心（演示）", role: "institution", divisionCode: "222404" },
  { uscc: "91990101MA9000011P", name: "延边白山松餐饮有限公司（演示）", role: "enterprise", divisionCode: "222401" },
  {
    uscc: "91990101MA900002XF",
    name: "延边海兰江环境技术有限公司（演示）",
    role: "intermediary",
    divisionCode: "222401",
  },
  {
    uscc: "91990101MA9000046A",
    name: "敦化雁鸣湖检测服务有限公司（演示）",
    role: "intermediary",
    divisionCode: "222403",
  },
  {
    uscc: "92990101MA9000038C",
    name: "延吉市河南街顺意小吃店（演示）",
    role: "individually-owned-business",
    divisionCode: "222401",
  },
  { uscc: "93990101NA9000019M", name: "敦化市丰禾水稻专业合作社（演示）", role: "cooperative", divisionCode: "222403" },
  { uscc: "51990101MJ9000014M", name: "延边州工程咨询协会（演示）", role: "association", divisionCode: "222400" },
  { uscc: "31990101MD90000127", name: "吉林天池律师事务所（演示）", role: "law-firm", divisionCode: "222401" },
  { uscc: "N2990101MF900001X8", name: "汪清县春阳村股份经济合作社（演示）", role: "village", divisionCode: "222424" },
  { orgCode: "MB9000031", name: "图们市旧码服务站（演示）", role: "institution", divisionCode: "222402" },
];

const FIRM_WORDS = ["长白", "松江", "海兰", "图珲", "雁鸣", "布尔哈通", "天池", "春阳", "金达莱", "嘎呀河"];
const FIRM_TRADES = ["餐饮", "建筑工程", "商贸", "农业科技", "物流", "食品", "电子", "旅游", "药业", "木业"];
const INTERMEDIARY_TRADES = ["环境技术", "检测", "工程咨询", "安全评价", "测绘", "水保咨询"];

const idOf = ({ uscc, orgCode }: { uscc?: string; orgCode?: string }): string =>
  uscc !== undefined ? `CN-USCC-${uscc}` : `CN-ORG-${orgCode}`;

/** A synthetic credit code: registered in 990101, which no division has. */
const creditCode = (category: string, letters: string, number: number): string =>
  usccFromParts(category, "990101", `${letters}${String(number).padStart(6, "0")}`);

/** Bodies of the four largest counties, numbered apart from all others; `place` is that of the first in the register. */
export const publicInstitutionsAfter = (place: number): DemonstrationOrganization[] =>
  createPublicInstitutions(COUNTIES.slice(0, 4), (number) => creditCode("12", "MB", 800_000 + number)).map(
    (body, index) => ({ ...body, id: idOf(body), legalRepName: legalRepNameOf(body, place + index) }),
  );

/** Courts of the prefecture and its counties, numbered apart. No government is above them. */
export const courtsAfter = (): DemonstrationOrganization[] =>
  [{ code: "222400", name: "延边州中级" }, ...COUNTIES].map(({ code, name }, index) => {
    const uscc = creditCode("11", "MB", 600_000 + index);
    return { id: idOf({ uscc }), uscc, name: `${name}人民法院（演示）`, role: "court", divisionCode: code };
  });

/** All bodies of a scale; the same numbers give the same bodies. */
export const createOrganizations = (scale: "small" | "demo", random: () => number): DemonstrationOrganization[] => {
  const all: DemonstrationOrganization[] = [];
  const add = (organization: NewOrganization): DemonstrationOrganization => {
    const legalRepName = legalRepNameOf(organization, all.length);
    const entry = { ...organization, id: idOf(organization), ...(legalRepName === undefined ? {} : { legalRepName }) };
    all.push(entry);
    return entry;
  };
  for (const organization of GOLDEN) add(organization);
  let number = 100;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const governments = [{ code: "220000", name: "吉林省" }, { code: "222400", name: "延边州" }, ...COUNTIES];
  for (const division of governments) {
    const government = add({
      uscc: creditCode("11", "MB", number++),
      name: `${division.name}人民政府（演示）`,
      role: "agency",
      divisionCode: division.code,
    });
    for (const key of Object.keys(BUREAUS)) {
      if (division.code === "222401" && key === "market") continue; // the golden agency
      add({
        uscc: creditCode("11", "MB", number++),
        name: bodyNameOf(key, division)!,
        role: "agency",
        divisionCode: division.code,
        parentId: government.id,
      });
    }
  }
  const governmentOf = new Map(
    all.flatMap(({ id, name, divisionCode }) =>
      name.endsWith("人民政府（演示）") ? [[divisionCode, id] as const] : [],
    ),
  );
  const total = scale === "small" ? 300 : 2_000;
  for (let index = 0; all.length < total; index++) {
    const county = COUNTIES[Math.floor(random() * random() * COUNTIES.length)] ?? COUNTIES[0]!;
    const word = `${pick(FIRM_WORDS)}${pick(FIRM_WORDS)}`;
    const draw = random();
    if (draw < 0.15)
      add({
        uscc: creditCode("91", "MA", number++),
        name: `${word}${pick(INTERMEDIARY_TRADES)}有限公司（演示${index}）`,
        role: "intermediary",
        divisionCode: county.code,
      });
    else if (draw < 0.75)
      add({
        uscc: creditCode("91", "MA", number++),
        name: `${word}${pick(FIRM_TRADES)}有限公司（演示${index}）`,
        role: "enterprise",
        divisionCode: county.code,
      });
    else if (draw < 0.9)
      add({
        uscc: creditCode("92", "MA", number++),
        name: `${county.name}${word}小店（演示${index}）`,
        role: "individually-owned-business",
        divisionCode: county.code,
      });
    else
      add({
        uscc: creditCode("93", "NA", number++),
        name: `${county.name}${word}合作社（演示${index}）`,
        role: "cooperative",
        divisionCode: county.code,
      });
  }
  for (const body of laterBodies(scale, governments, governmentOf)) add(body);
  return all;
};

/** Bodies that came after the firms: numbered apart, so that all others keep their codes. */
const laterBodies = (
  scale: "small" | "demo",
  governments: readonly NamedDivision[],
  governmentOf: ReadonlyMap<string, string>,
): NewOrganization[] => {
  let number = 700_000;
  const body = (name: string, divisionCode: string, parentCode: string, category = "11"): NewOrganization => {
    const parentId = governmentOf.get(parentCode);
    return {
      uscc: creditCode(category, "MB", number++),
      name,
      role: category === "11" ? "agency" : "institution",
      divisionCode,
      ...(parentId === undefined ? {} : { parentId }),
    };
  };
  return [
    ...governments.flatMap((division) =>
      Object.keys(LATER_BUREAUS).map((key) => body(bodyNameOf(key, division)!, division.code, division.code)),
    ),
    ...governments.flatMap((division) => {
      const name = bodyNameOf(HOUSING_FUND.key, division);
      return name === undefined ? [] : [body(name, division.code, division.code, "12")];
    }),
    ...townshipsOf(scale, COUNTIES).map((township) =>
      body(townshipOfficeOf(township.county, township), township.code, township.county.code),
    ),
  ];
};
