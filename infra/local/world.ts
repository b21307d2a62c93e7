/** The demonstration world: organisations, catalogue and matters that the seeds of all services share. All of it is generated. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { usccFromParts } from "../../platform/domain/index.js";
import type {
  DemonstrationMatter,
  DemonstrationOrganization,
  DemonstrationWorld,
} from "../../subgraphs/demonstration.js";
import { BUREAUS, CATALOGUE, COUNTIES, FUND_POLICIES, INTERMEDIARY_SERVICES } from "./catalogue.js";
import { createCases } from "./cases.js";
import { legalRepNameOf } from "./legal-representatives.js";
import { createPersons } from "./persons.js";
import { createPublicInstitutions } from "./public-institutions.js";
import { createRandom } from "./random.js";

/** Day of the demonstration data. */
export const DEMONSTRATION_DAY = "2026-09-28";

/** Seed number of the shipped data. */
export const DEFAULT_SEED = 20160217;

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
  { uscc: "92990101MA9000038C", name: "延吉市河南街顺意小吃店（演示）", role: "sole-trader", divisionCode: "222401" },
  { uscc: "93990101NA9000019M", name: "敦化市丰禾水稻专业合作社（演示）", role: "cooperative", divisionCode: "222403" },
  { uscc: "51990101MJ9000014M", name: "延边州工程咨询协会（演示）", role: "association", divisionCode: "222400" },
  { uscc: "31990101MD90000127", name: "吉林天池律师事务所（演示）", role: "law-firm", divisionCode: "222401" },
  { uscc: "N2990101MF900001X8", name: "汪清县春阳村股份经济合作社（演示）", role: "village", divisionCode: "222424" },
  { orgCode: "083372204", name: "图们市旧码服务站（演示）", role: "institution", divisionCode: "222402" },
];

const FIRM_WORDS = ["长白", "松江", "海兰", "图珲", "雁鸣", "布尔哈通", "天池", "春阳", "金达莱", "嘎呀河"];
const FIRM_TRADES = ["餐饮", "建筑工程", "商贸", "农业科技", "物流", "食品", "电子", "旅游", "药业", "木业"];
const INTERMEDIARY_TRADES = ["环境技术", "检测", "工程咨询", "安全评价", "测绘", "水保咨询"];

const idOf = ({ uscc, orgCode }: { uscc?: string; orgCode?: string }): string =>
  uscc !== undefined ? `CN-USCC-${uscc}` : `CN-ORG-${orgCode}`;

/** A synthetic credit code: registered in 990101, which no division has. */
const creditCode = (category: string, letters: string, number: number): string =>
  usccFromParts(category, "990101", `${letters}${String(number).padStart(6, "0")}`);

/** Creates the world of a scale; the same arguments give the same world. */
export const createWorld = (scale: "small" | "demo", seed = DEFAULT_SEED): DemonstrationWorld => {
  const random = (stream: string): (() => number) => createRandom(seed, stream);
  const catalogue = createCatalogue();
  const organizations = createOrganizations(scale, random("organizations"));
  const matters = createMatters(scale, catalogue, organizations);
  const persons = createPersons(COUNTIES);
  const codesOf = (names: readonly string[]): string[] =>
    names.flatMap((name) => catalogue.filter((item) => item.taskName === name).map((item) => item.catalogCode));
  return {
    scale,
    today: DEMONSTRATION_DAY,
    random,
    organizations,
    publicInstitutions: publicInstitutionsAfter(organizations.length),
    catalogue,
    matters,
    persons,
    cases: createCases({ scale, today: DEMONSTRATION_DAY, matters, persons, organizations, random: random("cases") }),
    intermediaryServices: INTERMEDIARY_SERVICES.map(({ code, name, requiredBy }) => ({
      code,
      name,
      catalogCodes: codesOf(requiredBy),
    })),
    fundPolicies: FUND_POLICIES.map(({ policyCode, name, appliedBy }) => ({
      policyCode,
      name,
      catalogCodes: codesOf(appliedBy),
    })),
    legalBases: JSON.parse(
      readFileSync(projectPath("schema/legal-bases.json"), "utf8"),
    ) as DemonstrationWorld["legalBases"],
  };
};

/** Bodies of the four largest counties, numbered apart from all others; `place` is that of the first in the register. */
const publicInstitutionsAfter = (place: number): DemonstrationOrganization[] =>
  createPublicInstitutions(COUNTIES.slice(0, 4), (number) => creditCode("12", "MB", 800_000 + number)).map(
    (body, index) => ({ ...body, id: idOf(body), legalRepName: legalRepNameOf(body, place + index) }),
  );

/** Catalogue codes: province 22 + type 2 + department 2 + item 3 + sub-item 3 (docs/reference/identifiers.md#codes-of-matters). */
const createCatalogue = (): DemonstrationWorld["catalogue"] => {
  const counters = new Map<string, number>();
  return CATALOGUE.map(({ bureau, type, name }) => {
    const prefix = `22${type}${BUREAUS[bureau]?.code ?? "99"}`;
    const number = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, number);
    return { catalogCode: `${prefix}${String(number).padStart(3, "0")}000`, taskName: name, taskType: type };
  });
};

const createOrganizations = (scale: "small" | "demo", random: () => number): DemonstrationOrganization[] => {
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
    for (const [key, { name }] of Object.entries(BUREAUS)) {
      if (division.code === "222401" && key === "market") continue; // the golden agency
      add({
        uscc: creditCode("11", "MB", number++),
        name: `${division.name}${name}（演示）`,
        role: "agency",
        divisionCode: division.code,
        parentId: government.id,
      });
    }
  }
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
        role: "sole-trader",
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
  return all;
};

/** Each catalogue item is implemented by its bureau in the counties; `demo` adds handling variants until the scale's number. */
const createMatters = (
  scale: "small" | "demo",
  catalogue: DemonstrationWorld["catalogue"],
  organizations: readonly DemonstrationOrganization[],
): DemonstrationMatter[] => {
  const agencies = new Map(
    organizations
      .filter(({ role }) => role === "agency")
      .map((agency) => [`${agency.divisionCode} ${agency.name}`, agency]),
  );
  const total = scale === "small" ? 500 : 5_000;
  const divisions = [...COUNTIES, { code: "222400", name: "延边州" }, { code: "220000", name: "吉林省" }];
  const matters: DemonstrationMatter[] = [];
  for (let variant = 0; matters.length < total; variant++) {
    for (const division of divisions) {
      for (const [index, item] of catalogue.entries()) {
        if (matters.length >= total) return matters;
        const bureau = BUREAUS[CATALOGUE[index]!.bureau]!;
        const dept = agencies.get(`${division.code} ${division.name}${bureau.name}（演示）`);
        if (dept?.uscc === undefined) continue;
        const level = division.code === "220000" ? "2" : division.code === "222400" ? "3" : "4";
        const catalogCode =
          variant === 0 ? item.catalogCode : `${item.catalogCode.slice(0, 9)}${String(variant).padStart(3, "0")}`;
        const taskCode = `${dept.uscc}${level}${catalogCode}`;
        matters.push({
          id: `CN-TASK-${taskCode}`,
          taskCode,
          catalogCode: item.catalogCode,
          taskName: variant === 0 ? item.taskName : `${item.taskName}（情形${variant}）`,
          taskType: item.taskType,
          deptId: dept.id,
          deptUscc: dept.uscc,
          divisionCode: division.code,
          published: matters.length % 31 !== 30,
        });
      }
    }
  }
  return matters;
};
