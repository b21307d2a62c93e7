/** Rules of the field on matters: powers, bodies, codes, limits, materials, fees. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { STORED_MATTER } from "../matter/matter.stored.js";

/** What is kept of a matter as JSON. */
type Stored = Parameters<typeof STORED_MATTER.read>[0];

interface MatterRow {
  readonly id: string;
  readonly task_name: string;
  readonly use_level: string;
  readonly dept_id: string;
}

/** Powers that the law gives to one level alone. */
const LEVELS: readonly (readonly [name: RegExp, level: string])[] = [
  [/^(居民身份证|户口|内地居民婚姻登记)/, "COUNTY"],
  [/^(最低生活保障|特困人员|临时救助|残疾人两项补贴|医疗救助)/, "TOWN"],
  [/^(住房公积金|单位住房公积金|机动车驾驶证)/, "CITY"],
];

/** Bodies by what they are asked for. */
const BODIES: readonly (readonly [name: RegExp, body: RegExp])[] = [
  [/住房公积金/, /住房公积金管理中心/],
  [/基本医疗保险/, /医疗保障局/],
  [/婚姻登记/, /民政局/],
  [/户口|居民身份证/, /公安局/],
  [/完税证明|延期缴纳税款/, /税务局/],
  [/法律援助/, /司法[局厅]/],
  [/最低生活保障|临时救助/, /街道办事处|[镇乡]人民政府/],
];

/** What a business applies for before it has a licence. */
const COMES_INTO_BEING = /设立登记(（.*）)?$/;

const MATTERS = "select id, task_name, use_level, dept_id from service_matters order by id";

/** All of them. */
export const matterRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<MatterRow, DemonstrationWorld>({
    name: "powers-stand-at-their-level",
    holds:
      "Counties issue identity cards and register households and marriages; social assistance is applied for at townships and streets; the housing fund is the prefecture's.",
    reason:
      "A province that registers marriages, or a county bureau at which an allowance is applied for, does not exist.",
    source: "居民身份证法 第八条, 婚姻登记条例, 社会救助法 第三十七条, 住房公积金管理条例 第十条",
    rows: MATTERS,
    breach:
      () =>
      ({ task_name, use_level }) =>
        LEVELS.some(([name, level]) => name.test(task_name) && use_level !== level)
          ? `${task_name} at ${use_level}`
          : undefined,
  }),
  eachRow<MatterRow, DemonstrationWorld>({
    name: "matters-stand-with-the-right-body",
    holds: "What people look for by 医保, 公积金, 结婚, 落户 or 低保 stands with the body that handles it.",
    reason: "Whoever knows the field looks at the body first.",
    source: "the bodies' 三定 provisions; 社会保险法 第八条, 住房公积金管理条例 第十条",
    rows: MATTERS,
    breach: ({ organizations }) => {
      const names = new Map(organizations.map(({ id, name }) => [id, name]));
      return ({ task_name, dept_id }) => {
        const dept = names.get(dept_id);
        return dept === undefined || BODIES.some(([name, body]) => name.test(task_name) && !body.test(dept))
          ? `${task_name} with ${dept ?? "a body that is not there"}`
          : undefined;
      };
    },
  }),
  eachRow<{ code: string; catalog_code: string; task_code: string | null; parent: string | null }, DemonstrationWorld>({
    name: "codes-hold-the-catalogue-code",
    holds:
      "An implementation code is credit code, level and catalogue code (31 characters); a handling item adds two digits to that of its matter (33).",
    reason: "Codes are read by their parts; one that does not hold its catalogue code belongs to another matter.",
    source: "国办函〔2016〕108号 技术指南; DB22/T 2848-2017",
    rows: `select coalesce(m.handling_item_code, m.task_code) as code, m.catalog_code, m.task_code, p.id as parent
      from service_matters m left join service_matters p on p.task_code = left(m.handling_item_code, 31)`,
    breach:
      () =>
      ({ code, catalog_code, task_code, parent }) =>
        code.slice(19, 31) === catalog_code &&
        (task_code !== null ? code.length === 31 : code.length === 33 && parent !== null)
          ? undefined
          : `${code} of ${catalog_code}`,
  }),
  eachRow<{ code: string; own: Stored; whole: Stored }, DemonstrationWorld>({
    name: "handling-items-keep-the-limit-of-the-law",
    holds: "A handling item has the statutory limit of its matter.",
    reason: "The law gives a limit to the decision, not to the situation in which somebody applies.",
    source: "行政许可法 第四十二条",
    rows: `select m.handling_item_code as code, m.content as own, p.content as whole
      from service_matters m join service_matters p on p.task_code = left(m.handling_item_code, 31)`,
    breach:
      () =>
      ({ code, own, whole }) => {
        const [one, other] = [own, whole].map((content) => JSON.stringify(STORED_MATTER.read(content).statutory));
        return one === other ? undefined : `${code}: ${one}, not ${other}`;
      },
  }),
  eachRow<{ task_name: string; basis: string | null }, DemonstrationWorld>({
    name: "matters-name-the-law-that-sets-them",
    holds: "Every matter names a basis in force that sets it.",
    reason: "Article 12 of the Licensing Law says what may be licensed, and sets no licence.",
    source: "行政许可法 第十四、十五条",
    rows: "select task_name, legal_basis_ids[1] as basis from service_matters",
    breach: ({ legalBases, today }) => {
      const inForce = new Set(
        legalBases
          .filter(({ effectiveFrom, effectiveTo = "9999" }) => effectiveFrom <= today && today <= effectiveTo)
          .map(({ id }) => id),
      );
      return ({ task_name, basis }) =>
        inForce.has(basis ?? "") && !basis!.startsWith("LICENSING-2019") ? undefined : `${task_name}: ${basis}`;
    },
  }),
  eachRow<{ task_name: string; serves: readonly string[]; content: Stored }, DemonstrationWorld>({
    name: "materials-fit-the-applicant",
    holds: "No business licence is demanded of persons, nor of a business that is only coming into being.",
    reason: "Whoever asks for a subsistence allowance has no business licence.",
    source: "行政许可法 第三十一条, 社会救助法 第四十条",
    rows: "select task_name, serves, content from service_matters",
    breach:
      () =>
      ({ task_name, serves, content }) =>
        (!serves.includes("ENTERPRISE") || COMES_INTO_BEING.test(task_name)) &&
        STORED_MATTER.read(content).materials.some(({ name }) => name === "营业执照")
          ? `${task_name}: 营业执照`
          : undefined,
  }),
  eachRow<{ task_name: string; content: Stored }, DemonstrationWorld>({
    name: "results-are-what-is-handed-out",
    holds: "A matter ends with a certificate or paper that exists: its name is not that of the act with 证 behind it.",
    reason: "Nobody was ever given a 排污许可证核发证 or an 企业设立登记证.",
    source: "行政许可法 第三十八条、第三十九条",
    rows: "select task_name, content from service_matters",
    breach:
      () =>
      ({ task_name, content }) => {
        const { name = "" } = STORED_MATTER.read(content).result ?? {};
        return /(核发|审批|审核|核准|办理|签发|设立登记|执业登记|执业注册|权登记|认定)证$/.test(name)
          ? `${task_name}: ${name}`
          : undefined;
      },
  }),
  eachRow<{ task_name: string; division_code: string; content: Stored }, DemonstrationWorld>({
    name: "phones-have-the-area-code-of-their-place",
    holds: "Offices of the province answer under 0431, those of the prefecture under 0433.",
    reason: "Who calls Changchun by the area code of Yanbian reaches nobody.",
    source: "area codes of Jilin (长途区号)",
    rows: "select task_name, division_code, content from service_matters",
    breach:
      () =>
      ({ task_name, division_code, content }) => {
        const { consultPhone = "", complaintPhone = "" } = STORED_MATTER.read(content);
        const code = division_code === "220000" ? "0431-" : "0433-";
        return [consultPhone, complaintPhone].every((phone) => phone.startsWith(code))
          ? undefined
          : `${task_name} in ${division_code}: ${consultPhone}, ${complaintPhone}`;
      },
  }),
  eachRow<{ task_name: string; content: Stored }, DemonstrationWorld>({
    name: "situations-are-those-of-the-matter",
    holds: "A matter asks its applicant for situations that it has.",
    reason: "Nobody applies for a 变更 of an allowance for orphans, and marriages are 结婚登记 and 离婚登记.",
    source: "国办函〔2016〕108号 技术指南 (业务办理项)",
    rows: "select task_name, content from service_matters where handling_item_code is null",
    breach: ({ matters }) => {
      const known = new Map(matters.map(({ taskName, situations }) => [taskName, situations]));
      return ({ task_name, content }) => {
        const names = STORED_MATTER.read(content).conditions.map(({ name }) => name);
        return names.join() === (known.get(task_name) ?? []).join() ? undefined : `${task_name}: ${names.join("、")}`;
      };
    },
  }),
  eachRow<{ task_name: string; content: Stored }, DemonstrationWorld>({
    name: "fees-have-a-lawful-basis",
    holds: "Every fee names its standard and a document that sets it; a licence costs nothing unless a law says so.",
    reason: "Article 12 says what may be licensed, and sets no fee; 证照工本费 for licences is gone.",
    source: "行政许可法 第五十八条",
    rows: "select task_name, content from service_matter_versions",
    breach: ({ legalBases }) => {
      const known = new Set(legalBases.map(({ id }) => id));
      return ({ task_name, content }) => {
        const unlawful = STORED_MATTER.read(content).fees.find(
          ({ name, standard, legalBasisId = "" }) =>
            name === "证照工本费" ||
            standard === undefined ||
            !known.has(legalBasisId) ||
            legalBasisId.startsWith("LICENSING-"),
        );
        return unlawful && `${task_name}: ${unlawful.name} by ${unlawful.legalBasisId ?? "no document"}`;
      };
    },
  }),
];
